"""A mail server for tests: takes mail over STARTTLS, delivers it into mail folders, and misbehaves for some readers.

    smtp.py PORT FOLDER    certificate and key are cert.pem and key.pem in FOLDER, what is taken stands in FOLDER/taken
"""

import pathlib
import ssl
import sys
import threading
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

PORT, FOLDER = int(sys.argv[1]), pathlib.Path(sys.argv[2])
USER, PASSWORD = b"jo@ourco.example", b'a b"c\\d'
REPORT = """From: MAILER-DAEMON@mx.example\r
To: jo@ourco.example\r
Subject: Undelivered Mail Returned to Sender\r
Message-ID: <report-{nth}@mx.example>\r
Date: {date}\r
Content-Type: multipart/report; report-type=delivery-status; boundary=b\r
\r
--b\r
Content-Type: text/plain\r
\r
I could not deliver it.\r
--b\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; mx.example\r
\r
Final-Recipient: rfc822; {to}\r
Action: failed\r
Status: 5.1.1\r
Diagnostic-Code: smtp; 550 5.1.1 no such mailbox\r
--b\r
Content-Type: message/rfc822\r
\r
"""


class Mailboxes:
    def __init__(self):
        self.seen, self.nth = {}, 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        local = address.split("@")[0]
        self.seen[local] = self.seen.get(local, 0) + 1
        if local == "gone":
            return "550 5.1.1 nobody of that name here"
        if local == "busy" and self.seen[local] < 2:
            return "451 4.3.0 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        for to in envelope.rcpt_tos:
            local, domain = to.split("@")
            with open(FOLDER / "taken", "a") as taken:
                taken.write(to + "\n")
            if local == "hangs":
                import asyncio

                await asyncio.sleep(3600)
            self.deliver(local if domain == "ourco.example" else "out", envelope.content)
            if local == "bounces":
                report = REPORT.format(nth=self.nth, to=to, date=time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime()))
                self.deliver("jo", report.encode() + envelope.content + b"\r\n--b--\r\n")
        return "250 taken"

    def deliver(self, box, content):
        self.nth += 1
        folder = FOLDER / "mail" / box / "new"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{int(time.time())}.{self.nth}.smtp").write_bytes(content)


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(success=(data.login, data.password) == (USER, PASSWORD))


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(FOLDER / "cert.pem", FOLDER / "key.pem")
controller = Controller(
    Mailboxes(),
    hostname="127.0.0.1",
    port=PORT,
    tls_context=context,
    authenticator=authenticate,
    auth_required=True,
    auth_require_tls=True,
    require_starttls=True,
)
controller.start()
threading.Event().wait()
