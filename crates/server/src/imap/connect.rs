//! A connection to a mail server: TLS at once, by STARTTLS, or none where that is allowed.

use std::{future::Future, io, sync::Arc};

use async_imap::{Client, error::Error as ImapError};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{
        ClientConfig, RootCertStore,
        crypto::ring,
        pki_types::{CertificateDer, ServerName, pem::PemObject},
    },
};

use super::{Fault, Folder, How, Trouble, is_here};

/// What a connection is made of.
pub trait Stream: AsyncRead + AsyncWrite + std::fmt::Debug + Unpin + Send {}

impl<T: AsyncRead + AsyncWrite + std::fmt::Debug + Unpin + Send> Stream for T {}

/// A connection before somebody signs in.
pub type Wire = Client<Box<dyn Stream>>;

/// Waits for the server, not for ever.
pub async fn patiently<T, E: Into<ImapError>>(
    folder: &Folder,
    how: &How,
    what: impl Future<Output = Result<T, E>>,
) -> Result<T, Fault> {
    match timeout(how.patience, what).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(said(folder, &error.into())),
        Err(_) => Err(silent(folder, how)),
    }
}

/// The server said nothing for too long.
pub fn silent(folder: &Folder, how: &How) -> Fault {
    let says = format!("{folder}: the server said nothing for {} seconds", how.patience.as_secs());
    Fault::new(Trouble::Unreachable, says)
}

/// What the server said, for people.
pub fn said(folder: &Folder, error: &ImapError) -> Fault {
    let reason = match error {
        ImapError::No(text) | ImapError::Bad(text) => format!("the server refuses: {text}"),
        ImapError::ConnectionLost => "the server closed the connection".to_owned(),
        ImapError::Io(error) => format!("the connection broke: {error}"),
        ImapError::Validate(_) => {
            "the user, the password or the folder has a character that IMAP does not allow".to_owned()
        }
        other => format!("this does not answer like a mail server: {other}"),
    };
    Fault::new(Trouble::Other, format!("{folder}: {reason}"))
}

/// Connects; the greeting is read.
pub async fn connect(folder: &Folder, how: &How) -> Result<Wire, Fault> {
    let host = folder.host.trim_matches(['[', ']']);
    let socket = timeout(how.patience, TcpStream::connect((host, folder.port))).await;
    let socket = socket.map_err(|_| silent(folder, how))?.map_err(|error| {
        Fault::new(Trouble::Unreachable, format!("{folder}: {host}:{} cannot be reached: {error}", folder.port))
    })?;
    if folder.tls {
        let stream = encrypted(folder, how, socket).await?;
        return greeted(folder, how, stream).await;
    }
    let mut wire = greeted(folder, how, Box::new(socket)).await?;
    let offer = patiently(folder, how, wire.run_command_and_check_ok("STARTTLS", None)).await;
    match offer {
        Ok(()) => {
            let stream = encrypted(folder, how, wire.into_inner()).await?;
            Ok(Client::new(stream))
        }
        // a server that refuses STARTTLS keeps the connection
        Err(_) if is_here(&folder.host) || how.plaintext => Ok(wire),
        Err(_) => Err(Fault::new(
            Trouble::Plaintext,
            format!("{folder}: the server offers no encryption (STARTTLS), so the password is not sent."),
        )),
    }
}

async fn greeted(folder: &Folder, how: &How, stream: Box<dyn Stream>) -> Result<Wire, Fault> {
    let mut wire = Client::new(stream);
    let greeting = patiently(folder, how, async { wire.read_response().await.map_err(ImapError::Io) }).await?;
    greeting.map(|_| wire).ok_or_else(|| said(folder, &ImapError::ConnectionLost))
}

async fn encrypted(folder: &Folder, how: &How, socket: impl Stream + 'static) -> Result<Box<dyn Stream>, Fault> {
    let config = tls(&how.authority).map_err(|reason| Fault::new(Trouble::Authority, reason))?;
    let host = folder.host.trim_matches(['[', ']']).to_owned();
    let name = ServerName::try_from(host)
        .map_err(|_| Fault::new(Trouble::Unreachable, format!("{folder}: this is no name of a server")))?;
    let secured = timeout(how.patience, TlsConnector::from(Arc::new(config)).connect(name, socket)).await;
    let stream = secured.map_err(|_| silent(folder, how))?.map_err(|error| not_secured(folder, &error))?;
    Ok(Box::new(stream))
}

fn not_secured(folder: &Folder, error: &io::Error) -> Fault {
    let text = error.to_string();
    let trouble = if text.contains("certificate") { Trouble::Certificate } else { Trouble::Unsecured };
    Fault::new(trouble, format!("{folder}: no secure connection: {text}."))
}

/// How connections are secured: whom to trust beside the usual authorities is in PEM, or empty.
///
/// # Errors
/// Why the certificates cannot be read.
pub fn tls(authority: &[u8]) -> Result<ClientConfig, String> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    if !authority.is_empty() {
        let unfit = |reason: String| format!("no certificates in PEM: {reason}");
        let all: Vec<CertificateDer<'static>> =
            CertificateDer::pem_slice_iter(authority).collect::<Result<_, _>>().map_err(|e| unfit(e.to_string()))?;
        if all.is_empty() {
            return Err(unfit("none found".to_owned()));
        }
        for certificate in all {
            roots.add(certificate).map_err(|error| unfit(error.to_string()))?;
        }
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let config = config.with_safe_default_protocol_versions().map_err(|error| error.to_string())?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}
