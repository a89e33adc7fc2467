"""An SMTP server for the tests, on a loopback port of its own choosing. Prints {"port": …} when it answers, then each
letter that came as one line of JSON: sender, receivers, subject and parts with their types and texts.

    python3 smtp.py [HOW MANY LETTERS ARE FIRST PUT OFF WITH 451]
"""

import asyncio
import email.policy
import json
import sys

from aiosmtpd.smtp import SMTP

put_off = int(sys.argv[1]) if len(sys.argv) > 1 else 0


def say(**words):
    print(json.dumps(words), flush=True)


def part(of):
    return {
        "type": of.get_content_type(),
        "method": of.get_param("method"),
        "name": of.get_filename(),
        "text": of.get_content() if of.get_content_maintype() == "text" else None,
    }


class Box:
    async def handle_DATA(self, server, session, envelope):
        global put_off
        if put_off > 0:
            put_off -= 1
            say(put_off=envelope.rcpt_tos)
            return "451 4.3.0 not now, try again"
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        parts = [part(one) for one in letter.walk() if not one.is_multipart()]
        say(sender=envelope.mail_from, to=envelope.rcpt_tos, subject=letter["subject"], parts=parts)
        return "250 OK"


async def main():
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(Box()), "127.0.0.1", 0)
    say(port=server.sockets[0].getsockname()[1])
    await server.serve_forever()


asyncio.run(main())
