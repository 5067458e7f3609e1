//! A connection to a mail server: TLS at once, by STARTTLS, or none where that is allowed.

use std::{fmt, future::Future, io, sync::Arc};

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

use super::{Address, How};
use crate::failure::Failure;

/// What a connection is made of.
pub trait Stream: AsyncRead + AsyncWrite + fmt::Debug + Unpin + Send {}

impl<T: AsyncRead + AsyncWrite + fmt::Debug + Unpin + Send> Stream for T {}

/// A connection before somebody signs in.
pub type Wire = Client<Box<dyn Stream>>;

/// Waits for the server, not for ever.
pub async fn patiently<T, E: Into<ImapError>>(
    address: &Address,
    how: &How,
    what: impl Future<Output = Result<T, E>>,
) -> Result<T, Failure> {
    match timeout(how.patience, what).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(said(address, &error.into())),
        Err(_) => Err(silent(address, how)),
    }
}

/// The server said nothing for too long.
pub fn silent(address: &Address, how: &How) -> Failure {
    Failure::Other(format!("{address}: the server said nothing for {} seconds", how.patience.as_secs()))
}

/// What the server said, for people.
pub fn said(address: &Address, error: &ImapError) -> Failure {
    let reason = match error {
        ImapError::No(text) | ImapError::Bad(text) => format!("the server refuses: {text}"),
        ImapError::ConnectionLost => "the server closed the connection".to_owned(),
        ImapError::Io(error) => format!("the connection broke: {error}"),
        ImapError::Validate(_) => {
            "the user, the password or the folder has a character that IMAP does not allow".to_owned()
        }
        other => format!("this does not answer like a mail server: {other}"),
    };
    Failure::Other(format!("{address}: {reason}"))
}

/// Connects; the greeting is read.
pub async fn connect(address: &Address, how: &How) -> Result<Wire, Failure> {
    let host = address.host.trim_matches(['[', ']']);
    let socket = timeout(how.patience, TcpStream::connect((host, address.port))).await;
    let socket = socket.map_err(|_| silent(address, how))?;
    let socket = socket
        .map_err(|error| Failure::Other(format!("{address}: {host}:{} cannot be reached: {error}", address.port)))?;
    if address.tls {
        let stream = encrypted(address, how, socket).await?;
        return greeted(address, how, stream).await;
    }
    let mut wire = greeted(address, how, Box::new(socket)).await?;
    let offer = patiently(address, how, wire.run_command_and_check_ok("STARTTLS", None)).await;
    match offer {
        Ok(()) => {
            let stream = encrypted(address, how, wire.into_inner()).await?;
            Ok(Client::new(stream))
        }
        Err(_) if address.is_here() || how.plaintext => {
            // a server that refuses STARTTLS keeps the connection
            Ok(wire)
        }
        Err(_) => Err(Failure::Input(format!(
            "{address}: the server offers no encryption (STARTTLS), so the password is not sent. Use imaps:// if it has TLS on \
             another port, or allow it with --imap-plaintext."
        ))),
    }
}

async fn greeted(address: &Address, how: &How, stream: Box<dyn Stream>) -> Result<Wire, Failure> {
    let mut wire = Client::new(stream);
    let greeting = patiently(address, how, async { wire.read_response().await.map_err(ImapError::Io) }).await?;
    greeting.map(|_| wire).ok_or_else(|| said(address, &ImapError::ConnectionLost))
}

async fn encrypted(address: &Address, how: &How, socket: impl Stream + 'static) -> Result<Box<dyn Stream>, Failure> {
    let connector = TlsConnector::from(Arc::new(trust(how)?));
    let host = address.host.trim_matches(['[', ']']).to_owned();
    let name =
        ServerName::try_from(host).map_err(|_| Failure::Input(format!("{address}: this is no name of a server")))?;
    let secured = timeout(how.patience, connector.connect(name, socket)).await.map_err(|_| silent(address, how))?;
    let stream = secured.map_err(|error| not_secured(address, &error))?;
    Ok(Box::new(stream))
}

fn not_secured(address: &Address, error: &io::Error) -> Failure {
    let help = if error.to_string().contains("certificate") {
        " If it is signed by an authority of your own, name that certificate with --imap-ca FILE."
    } else {
        " Perhaps the port expects another kind of connection: imap:// begins unencrypted, imaps:// does not."
    };
    Failure::Input(format!("{address}: no secure connection: {error}.{help}"))
}

fn trust(how: &How) -> Result<ClientConfig, Failure> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    if let Some(path) = &how.authority {
        let unfit = |reason: String| Failure::Input(format!("{}: no certificates in PEM: {reason}", path.display()));
        let all: Vec<CertificateDer<'static>> = CertificateDer::pem_file_iter(path)
            .and_then(Iterator::collect)
            .map_err(|error| unfit(error.to_string()))?;
        if all.is_empty() {
            return Err(unfit("none found".to_owned()));
        }
        for certificate in all {
            roots.add(certificate).map_err(|error| unfit(error.to_string()))?;
        }
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let config = config.with_safe_default_protocol_versions().map_err(Failure::other)?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}
