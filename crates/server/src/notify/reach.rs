//! Reaching another program by HTTP, and only where that is allowed: who can name an address must not reach what stands in
//! this server's own network.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use axum::http::{Uri, uri::Scheme};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpStream, lookup_host},
    time::timeout,
};
use tokio_rustls::{TlsConnector, rustls::pki_types::ServerName};

use crate::imap;

/// How long one delivery may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// Most of an answer that is looked at.
const MOST: usize = 16 << 10;

/// Where something is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    tls: bool,
    host: String,
    port: u16,
    path: String,
}

impl Target {
    /// The target of an address. Unencrypted ones are for private networks alone.
    ///
    /// # Errors
    /// Why it is none, in a sentence.
    pub fn of(address: &str, private: bool) -> Result<Self, String> {
        let wrong = || "Write an address such as https://example.com/hook.".to_owned();
        let uri: Uri = address.trim().parse().map_err(|_| wrong())?;
        let tls = match uri.scheme() {
            Some(scheme) if *scheme == Scheme::HTTPS => true,
            Some(scheme) if *scheme == Scheme::HTTP && private => false,
            Some(scheme) if *scheme == Scheme::HTTP => {
                return Err("Choose https://, so that nobody reads or changes what is sent.".to_owned());
            }
            _ => return Err(wrong()),
        };
        let authority = uri.authority().filter(|a| !a.as_str().contains('@')).ok_or_else(wrong)?;
        let host = authority.host().to_owned();
        if host.is_empty() || address.len() > 2_000 {
            return Err(wrong());
        }
        let port = authority.port_u16().unwrap_or(if tls { 443 } else { 80 });
        let path = uri.path_and_query().map_or("/", |path| path.as_str());
        let path = if path.is_empty() { "/" } else { path };
        Ok(Self { tls, host, port, path: path.to_owned() })
    }

    /// Posts JSON with further headers: the status that is answered. Redirections are not followed.
    ///
    /// # Errors
    /// What was in the way, in words.
    pub async fn post(&self, body: &str, headers: &[(&str, String)], private: bool) -> Result<u16, String> {
        let work = async {
            let socket = TcpStream::connect(self.found(private).await?).await;
            let socket = socket.map_err(|error| format!("{} cannot be reached: {error}", self.host))?;
            if !self.tls {
                return self.exchange(socket, body, headers).await;
            }
            let config = imap::tls(&[])?;
            let host = self.host.trim_matches(['[', ']']).to_owned();
            let name = ServerName::try_from(host).map_err(|_| "this is no name of a server".to_owned())?;
            let secured = TlsConnector::from(Arc::new(config)).connect(name, socket).await;
            self.exchange(secured.map_err(|error| format!("no secure connection: {error}"))?, body, headers).await
        };
        let silent = || format!("{} did not answer within {} seconds", self.host, PATIENCE.as_secs());
        timeout(PATIENCE, work).await.map_err(|_| silent())?
    }

    /// The address that is connected to: the very one that was looked at, so that a name cannot lead elsewhere afterwards.
    async fn found(&self, private: bool) -> Result<SocketAddr, String> {
        let host = self.host.trim_matches(['[', ']']);
        let found = lookup_host((host, self.port)).await.map_err(|_| format!("the name {host} is not found"))?;
        let all: Vec<SocketAddr> = found.collect();
        if let Some(inside) = all.iter().find(|a| !private && !is_public(a.ip())) {
            return Err(format!(
                "{host} is {}, which is in a private network; allow private networks under Settings → Webhooks",
                inside.ip()
            ));
        }
        all.first().copied().ok_or_else(|| format!("the name {host} is not found"))
    }

    async fn exchange(
        &self,
        mut stream: impl AsyncRead + AsyncWrite + Unpin,
        body: &str,
        headers: &[(&str, String)],
    ) -> Result<u16, String> {
        let usual = if self.tls { 443 } else { 80 };
        let host = if self.port == usual { self.host.clone() } else { format!("{}:{}", self.host, self.port) };
        let mut request = format!(
            "POST {} HTTP/1.1\r\nhost: {host}\r\nuser-agent: Stagecraft\r\ncontent-type: application/json\r\n\
             content-length: {}\r\nconnection: close\r\n",
            self.path,
            body.len()
        );
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        request.push_str("\r\n");
        request.push_str(body);
        let broke = |error: std::io::Error| format!("the connection broke: {error}");
        stream.write_all(request.as_bytes()).await.map_err(broke)?;
        stream.flush().await.map_err(broke)?;
        let mut answer = Vec::new();
        loop {
            if let Some(status) = status(&answer) {
                return Ok(status);
            }
            let mut part = [0_u8; 1024];
            let read = stream.read(&mut part).await.map_err(broke)?;
            if read == 0 || answer.len() > MOST {
                return Err("this does not answer like a web server".to_owned());
            }
            answer.extend_from_slice(&part[..read]);
        }
    }
}

/// The status of an answer whose head is complete; informational ones are passed over.
fn status(answer: &[u8]) -> Option<u16> {
    let text = String::from_utf8_lossy(answer);
    let mut rest = text.as_ref();
    loop {
        let (head, after) = rest.split_once("\r\n\r\n")?;
        let mut words = head.lines().next()?.split(' ');
        let is_http = words.next()?.starts_with("HTTP/1.");
        let status: u16 = words.next().filter(|_| is_http)?.parse().ok()?;
        if !(100..200).contains(&status) {
            return Some(status);
        }
        rest = after;
    }
}

/// True for an address that anybody on the internet can have. Source: the IANA registries of special-purpose addresses.
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let special = ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_multicast()
        || ip.is_documentation()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (18..20).contains(&b));
    !special
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let s = ip.segments();
    if let Some(inner) = ip.to_ipv4_mapped() {
        return is_public_v4(inner);
    }
    let v4 = |high: u16, low: u16| {
        let [a, b] = high.to_be_bytes();
        let [c, d] = low.to_be_bytes();
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match s {
        // translated to IPv4: 64:ff9b::/96 and 6to4
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => v4(high, low),
        [0x2002, high, low, ..] => v4(high, low),
        // only 2000::/3 is given out; of it not Teredo and its neighbours, documentation
        [first, second, ..] => {
            (0x2000..0x4000).contains(&first)
                && !(first == 0x2001 && second < 0x0200)
                && !(first == 0x2001 && second == 0x0db8)
                && !(first == 0x3fff && second < 0x1000)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("8.8.8.8", true)]
    #[case("127.0.0.1", false)]
    #[case("10.1.2.3", false)]
    #[case("172.31.0.1", false)]
    #[case("172.32.0.1", true)]
    #[case("192.168.1.1", false)]
    #[case("169.254.169.254", false)]
    #[case("100.64.0.1", false)]
    #[case("0.0.0.0", false)]
    #[case("255.255.255.255", false)]
    #[case("224.0.0.1", false)]
    #[case("198.18.0.1", false)]
    #[case("::1", false)]
    #[case("::", false)]
    #[case("::ffff:127.0.0.1", false)]
    #[case("::ffff:8.8.8.8", true)]
    #[case("::127.0.0.1", false)]
    #[case("64:ff9b::7f00:1", false)]
    #[case("2002:7f00:1::", false)]
    #[case("fe80::1", false)]
    #[case("fc00::1", false)]
    #[case("2001:db8::1", false)]
    #[case("2606:4700::1", true)]
    fn public_addresses(#[case] ip: &str, #[case] expected: bool) {
        assert_eq!(is_public(ip.parse().unwrap()), expected, "{ip}");
    }

    #[rstest]
    #[case("https://example.com/hook?a=1", false, true)]
    #[case("http://example.com/hook", false, false)]
    #[case("http://10.0.0.1:8080", true, true)]
    #[case("https://user:pw@example.com/", false, false)]
    #[case("ftp://example.com/", true, false)]
    #[case("https://", false, false)]
    #[case("example.com/hook", false, false)]
    #[case("https://example.com/a\r\nx: y", false, false)]
    #[case("https://[::1]/", false, true)]
    fn targets(#[case] address: &str, #[case] private: bool, #[case] sound: bool) {
        assert_eq!(Target::of(address, private).is_ok(), sound, "{address}");
    }

    #[rstest]
    #[case("HTTP/1.1 204 No Content\r\n\r\n", Some(204))]
    #[case("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 500 x\r\na: b\r\n\r\n", Some(500))]
    #[case("HTTP/1.1 200 OK\r\n", None)]
    #[case("SSH-2.0\r\n\r\n", None)]
    fn answers(#[case] text: &str, #[case] expected: Option<u16>) {
        assert_eq!(status(text.as_bytes()), expected);
    }

    #[tokio::test]
    async fn a_name_of_this_computer_is_not_reached() {
        for address in ["https://localhost/hook", "https://127.0.0.1/", "https://[::1]/", "https://0x7f.1/"] {
            let target = Target::of(address, false).unwrap();
            let refused = target.post("{}", &[], false).await.unwrap_err();
            assert!(refused.contains("private network") || refused.contains("not found"), "{address}: {refused}");
        }
    }
}
