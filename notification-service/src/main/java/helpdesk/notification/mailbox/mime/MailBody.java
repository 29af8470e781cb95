package helpdesk.notification.mailbox.mime;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/**
 * What a part of a mail says.
 *
 * @param text in lines
 * @param html as it came; null when there is none
 * @param written whether the text was written as text, and not made of the HTML
 */
record MailBody(String text, String html, boolean written) {

    static final MailBody NOTHING = new MailBody("", null, true);

    static MailBody ofText(String text) {
        return new MailBody(text, null, true);
    }

    static MailBody ofHtml(String html) {
        return new MailBody(HtmlText.of(html), html, false);
    }

    /** One after the other. */
    static MailBody joined(List<MailBody> bodies) {
        List<MailBody> some = bodies.stream().filter(body -> !body.isEmpty()).toList();
        if (some.isEmpty()) {
            return NOTHING;
        }
        String text = some.stream().map(body -> body.text.strip()).collect(Collectors.joining("\n\n"));
        String html = some.stream().anyMatch(body -> body.html != null)
                ? some.stream().map(MailBody::asHtml).collect(Collectors.joining("<hr>"))
                : null;
        return new MailBody(text, html, some.stream().allMatch(MailBody::written));
    }

    /** The same, said in several ways: the text as it was written, and the HTML that says the most. */
    static MailBody chosen(List<MailBody> bodies) {
        Optional<MailBody> written = bodies.stream()
                .filter(body -> body.written && !body.text.isBlank())
                .findFirst();
        Optional<MailBody> shown =
                bodies.stream().filter(body -> body.html != null).reduce((former, latter) -> latter);
        if (written.isEmpty()) {
            return shown.orElse(NOTHING);
        }
        return new MailBody(written.get().text, shown.map(MailBody::html).orElse(null), true);
    }

    private boolean isEmpty() {
        return text.isBlank() && html == null;
    }

    private String asHtml() {
        return html == null ? "<pre>" + Entities.escape(text) + "</pre>" : html;
    }
}
