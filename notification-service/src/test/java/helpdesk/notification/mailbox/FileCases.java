package helpdesk.notification.mailbox;

import static helpdesk.notification.mailbox.Draft.END;
import static helpdesk.notification.mailbox.Draft.file;
import static helpdesk.notification.mailbox.Draft.plain;
import static helpdesk.notification.mailbox.MailCase.says;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Names of files, and files that do harm. */
final class FileCases {

    private FileCases() {}

    static List<MailCase> all() {
        List<MailCase> cases = new ArrayList<>();
        cases.add(named("plainly", "attachment; filename=lamp.txt", "lamp.txt"));
        cases.add(named("in quotes", "attachment; filename=\"my lamp.txt\"", "my lamp.txt"));
        cases.add(named("with blanks and no quotes", "attachment; filename=my lamp.txt", "my lamp.txt"));
        cases.add(named("with a semicolon in quotes", "attachment; filename=\"a;b.txt\"", "a;b.txt"));
        cases.add(named("by RFC 2231", "attachment; filename*=utf-8''L%C3%A4mpchen.txt", "Lämpchen.txt"));
        cases.add(named(
                "by RFC 2231 in pieces",
                "attachment; filename*0*=utf-8''L%C3%A4mp;" + END + " filename*1=chen.txt",
                "Lämpchen.txt"));
        cases.add(
                named("by RFC 2231 in Latin 1", "attachment; filename*=iso-8859-1'de'L%E4mpchen.txt", "Lämpchen.txt"));
        cases.add(named("by RFC 2047", "attachment; filename=\"=?utf-8?Q?L=C3=A4mpchen.txt?=\"", "Lämpchen.txt"));
        cases.add(named(
                "by RFC 2047 without quotes", "attachment; filename==?utf-8?B?TMOkbXBjaGVuLnR4dA==?=", "Lämpchen.txt"));
        cases.add(named("in UTF-8 as it is", "attachment; filename=\"Lämpchen.txt\"", "Lämpchen.txt"));
        cases.add(named("with a way out", "attachment; filename=\"../../etc/passwd.txt\"", "passwd.txt"));
        cases.add(named("with a way out of Windows", "attachment; filename=\"C:\\\\Windows\\\\lamp.txt\"", "lamp.txt"));
        cases.add(named(
                "with characters that turn the direction",
                "attachment; filename*=utf-8''lamp%E2%80%AEtxt.doc",
                "lamptxt.doc"));
        cases.add(named("with control characters", "attachment; filename*=utf-8''la%00m%0D%0Ap.txt", "lam p.txt"));
        cases.add(named("of dots alone", "attachment; filename=\"...\"", "attachment-1.bin"));
        cases.add(named("emptily", "attachment; filename=\"\"", "attachment-1.bin"));
        cases.add(named("not at all", "attachment", "attachment-1.bin"));
        cases.add(named(
                "with 500 characters",
                "attachment; filename=\"" + "n".repeat(500) + ".txt\"",
                "n".repeat(196) + ".txt"));
        cases.add(named("with forbidden characters", "attachment; filename=\"a<b>c|d?.txt\"", "a_b_c_d_.txt"));
        cases.add(named("with an unknown charset", "attachment; filename*=x-mystery''lamp.txt", "lamp.txt"));
        cases.add(harmful("a program", "setup.exe", "MZ\u0090".getBytes(StandardCharsets.ISO_8859_1)));
        cases.add(harmful("a program under another name", "photo.png", program()));
        cases.add(harmful(
                "a picture that runs",
                "lamp.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>".getBytes(StandardCharsets.UTF_8)));
        cases.add(harmful("a page", "lamp.html", "<html><script>x()</script></html>".getBytes(StandardCharsets.UTF_8)));
        cases.add(harmful(
                "a page under another name",
                "lamp.txt",
                "<!DOCTYPE html><html><script>x()</script></html>".getBytes(StandardCharsets.UTF_8)));
        cases.add(harmful("a script", "lamp.js", "alert(1)".getBytes(StandardCharsets.UTF_8)));
        cases.add(harmful("a script of a shell", "lamp", "#!/bin/sh\nrm -r /".getBytes(StandardCharsets.UTF_8)));
        cases.add(harmful("a document with macros", "lamp.docm", new byte[] {'P', 'K', 3, 4}));
        return cases;
    }

    private static MailCase named(String name, String disposition, String read) {
        byte[] mail = Draft.usual()
                .parts("mixed", plain("Hello"), file("application/octet-stream", disposition, new byte[] {1, 2, 3}));
        return says("a file named " + name, mail, "Hello")
                .and((kept, files) ->
                        assertThat(files).extracting(MailAttachmentView::name).containsExactly(read))
                .and((kept, files) -> assertThat(files.getFirst().size()).isEqualTo(3));
    }

    private static MailCase harmful(String name, String file, byte[] content) {
        byte[] mail = Draft.usual()
                .parts("mixed", plain("Hello"), file("image/png", "attachment; filename=\"" + file + "\"", content));
        return says("harm in a file: " + name, mail, "Hello").and((kept, files) -> assertThat(files)
                .extracting(MailAttachmentView::harmful)
                .containsExactly(true));
    }

    private static byte[] program() {
        byte[] program = new byte[256];
        byte[] mark = {0x7f, 'E', 'L', 'F', 2, 1, 1};
        System.arraycopy(mark, 0, program, 0, mark.length);
        program[16] = 2;
        return program;
    }
}
