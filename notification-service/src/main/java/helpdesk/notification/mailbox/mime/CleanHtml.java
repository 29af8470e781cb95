package helpdesk.notification.mailbox.mime;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * HTML that a browser may show beside our own pages: without scripts, styles, forms, and what is fetched from elsewhere, which would tell the
 * sender who reads it. Pictures that came with the mail stay.
 */
final class CleanHtml {

    private static final int LONGEST = 1_000_000;

    /** No page is built like this; cleaning it would take as long as its depth times its size. */
    private static final int DEEPEST = 500;

    private static final String OWN_PICTURES = "cid";

    private static final Safelist HARMLESS = Safelist.relaxed()
            .removeProtocols("img", "src", "http", "https")
            .addProtocols("img", "src", OWN_PICTURES)
            .removeProtocols("a", "href", "ftp")
            .removeAttributes("blockquote", "cite")
            .removeAttributes("q", "cite")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow");

    private CleanHtml() {}

    /**
     * What may be shown of it; null when nothing is left.
     *
     * @param pictures where the parts of the mail are, by their content id
     */
    static String of(String html, Map<String, String> pictures) {
        Document dirty = Jsoup.parse(MailText.cut(html, HtmlText.LONGEST));
        if (depth(dirty) > DEEPEST) {
            return null;
        }
        Document clean = new Cleaner(HARMLESS).clean(dirty);
        clean.outputSettings().prettyPrint(false);
        for (Element picture : clean.select("img")) {
            String source = picture.attr("src");
            String id = source.startsWith(OWN_PICTURES + ":") ? source.substring(OWN_PICTURES.length() + 1) : "";
            String place = pictures.get(id);
            if (place == null) {
                picture.remove();
            } else {
                picture.attr("src", place);
            }
        }
        String body = clean.body().html().strip();
        boolean shown = clean.body().hasText() || clean.selectFirst("img") != null;
        return shown && body.length() <= LONGEST ? body.replace("\u0000", "") : null;
    }

    private static int depth(Document document) {
        AtomicInteger deepest = new AtomicInteger();
        document.traverse((node, depth) -> deepest.accumulateAndGet(depth, Math::max));
        return deepest.get();
    }
}
