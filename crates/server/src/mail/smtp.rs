//! Handing a mail over to a server, step by step, so that it is known at which step something went wrong.

use std::{error::Error as _, future::Future, time::Duration};

use lettre::{
    Address,
    transport::smtp::{
        authentication::{Credentials, Mechanism},
        client::{AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters},
        commands::{Data, Mail, Rcpt},
        extension::ClientId,
    },
};
use tokio::{net::lookup_host, time::timeout};

use super::account::{Account, Security, Server};

/// How long a server may be silent.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// How long it may take to say that it has taken a mail: RFC 5321 has clients wait for minutes.
pub const PATIENCE_AT_END: Duration = Duration::from_secs(150);

/// What became of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// The server took it.
    Taken,
    /// It was not taken now; later it may be.
    Later(String),
    /// It will never be taken.
    Never(String),
    /// It may have been taken: the connection broke before the server said so.
    Unsure(String),
    /// It was called back before it was handed over.
    Back,
}

/// Why a server does not take mails, in words without the password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Fault(pub String);

type SmtpError = lettre::transport::smtp::Error;

fn words(error: &SmtpError) -> String {
    let mut says = error.source().map_or_else(|| error.to_string(), ToString::to_string);
    if let Some(code) = error.status() {
        says = format!("{code} {says}");
    }
    says.chars().filter(|c| !c.is_control()).take(400).collect()
}

async fn patiently<T>(what: impl Future<Output = Result<T, SmtpError>>) -> Result<T, Option<SmtpError>> {
    match timeout(PATIENCE, what).await {
        Ok(done) => done.map_err(Some),
        Err(_) => Err(None),
    }
}

/// Connects and signs in.
///
/// # Errors
/// What is in the way: the name is not found, nobody listens, no TLS, a wrong password.
pub async fn connect(account: &Account) -> Result<AsyncSmtpConnection, Fault> {
    let server = &account.settings.smtp;
    let (host, port) = (server.host.trim_matches(['[', ']']), server.port);
    let found = timeout(PATIENCE, lookup_host((host, port))).await;
    if !found.is_ok_and(|found| found.is_ok_and(|mut addresses| addresses.next().is_some())) {
        return Err(Fault(format!("There is no server called {host}: the name is not found.")));
    }
    let mut connection = open(account, server).await?;
    if server.security == Security::Starttls {
        let secured = patiently(connection.starttls(parameters(account, host)?, &hello(account))).await;
        secured.map_err(|error| not_secured(server, error.as_ref()))?;
    }
    if !server.user.is_empty() {
        let credentials = Credentials::new(server.user.clone(), account.smtp_password.clone());
        let signed = patiently(connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials)).await;
        signed.map_err(|error| match error {
            Some(error) if error.status().is_some() => Fault(format!(
                "{host} does not accept this user and password ({}). Many providers want a password made for programs (an “app \
                 password”).",
                words(&error)
            )),
            Some(error) => Fault(format!("{host} cannot be signed in to: {}.", words(&error))),
            None => silent(server),
        })?;
    }
    Ok(connection)
}

async fn open(account: &Account, server: &Server) -> Result<AsyncSmtpConnection, Fault> {
    let host = server.host.trim_matches(['[', ']']);
    let tls = (server.security == Security::Tls).then(|| parameters(account, host)).transpose()?;
    let is_tls = tls.is_some();
    let hello = hello(account);
    let opening = AsyncSmtpConnection::connect_tokio1((host, server.port), Some(PATIENCE), &hello, tls, None);
    patiently(opening).await.map_err(|error| match error {
        None => silent(server),
        Some(error) if is_tls && is_about_tls(&error) => not_secured(server, Some(&error)),
        Some(error) if error.is_response() || error.status().is_some() || error.is_client() => Fault(format!(
            "{host}:{} does not answer like a mail server: {}. Perhaps it expects TLS from the first byte.",
            server.port,
            words(&error)
        )),
        Some(error) => Fault(format!("{host}:{} cannot be reached: {}.", server.port, words(&error))),
    })
}

fn is_about_tls(error: &SmtpError) -> bool {
    let text = words(error).to_lowercase();
    error.is_tls() || ["certificate", "tls", "handshake", "corrupt message"].iter().any(|word| text.contains(word))
}

fn silent(server: &Server) -> Fault {
    Fault(format!("{}:{} says nothing for {} seconds.", server.host, server.port, PATIENCE.as_secs()))
}

fn not_secured(server: &Server, error: Option<&SmtpError>) -> Fault {
    let Some(error) = error else { return silent(server) };
    let says = words(error);
    let help = if says.contains("certificate") {
        "If it is signed by an authority of your own, add that certificate."
    } else {
        "Perhaps the port expects another kind of connection: 465 usually TLS, 587 usually STARTTLS."
    };
    Fault(format!("{}:{}: no secure connection: {says}. {help}", server.host, server.port))
}

fn hello(account: &Account) -> ClientId {
    let domain = account.settings.address.rsplit_once('@').map(|(_, domain)| domain.to_owned());
    domain.filter(|d| d.is_ascii()).map_or_else(ClientId::default, ClientId::Domain)
}

fn parameters(account: &Account, host: &str) -> Result<TlsParameters, Fault> {
    let fault = |error: SmtpError| Fault(format!("The certificates to trust cannot be read: {}.", words(&error)));
    let builder = TlsParameters::builder(host.to_owned()).certificate_store(CertificateStore::WebpkiRoots);
    let builder = match account.settings.authority.trim() {
        "" => builder,
        pem => builder.add_root_certificate(Certificate::from_pem(pem.as_bytes()).map_err(fault)?),
    };
    builder.build().map_err(fault)
}

/// A mail as the server gets it.
#[derive(Debug)]
pub struct Envelope {
    /// From whom.
    pub from: Address,
    /// To whom.
    pub to: Address,
    /// The message.
    pub message: Vec<u8>,
}

/// Hands a mail over. `begins` is asked right before the text goes: from then on it may have been sent whatever happens, and
/// it says false if the mail was called back.
pub async fn hand_over(account: &Account, mail: &Envelope, begins: impl Future<Output = bool>) -> Handed {
    let mut connection = match connect(account).await {
        Ok(connection) => connection,
        Err(fault) => return Handed::Later(fault.to_string()),
    };
    if let Err(error) = announce(&mut connection, mail).await {
        connection.abort().await;
        return error;
    }
    if !begins.await {
        // nothing of the text went, so the server takes nothing
        drop(connection);
        return Handed::Back;
    }
    match timeout(PATIENCE_AT_END, connection.message(&mail.message)).await {
        Ok(Ok(_)) => {
            let _ = timeout(Duration::from_secs(3), connection.quit()).await;
            Handed::Taken
        }
        Ok(Err(error)) => {
            let handed = refused(&error);
            let _ = timeout(Duration::from_secs(3), connection.abort()).await;
            handed.unwrap_or_else(|| Handed::Unsure(format!("the connection broke: {}", words(&error))))
        }
        Err(_) => Handed::Unsure(format!("the server did not say for {} seconds", PATIENCE_AT_END.as_secs())),
    }
}

/// What an answer of the server means; none where it was no answer.
fn refused(error: &SmtpError) -> Option<Handed> {
    if error.is_permanent() {
        return Some(Handed::Never(words(error)));
    }
    error.is_transient().then(|| Handed::Later(words(error)))
}

async fn announce(connection: &mut AsyncSmtpConnection, mail: &Envelope) -> Result<(), Handed> {
    let failed = |error: Option<SmtpError>| match error {
        Some(error) => refused(&error).unwrap_or_else(|| Handed::Later(words(&error))),
        None => Handed::Later(format!("the server said nothing for {} seconds", PATIENCE.as_secs())),
    };
    patiently(connection.command(Mail::new(Some(mail.from.clone()), Vec::new()))).await.map_err(failed)?;
    patiently(connection.command(Rcpt::new(mail.to.clone(), Vec::new()))).await.map_err(failed)?;
    patiently(connection.command(Data)).await.map_err(failed)?;
    Ok(())
}
