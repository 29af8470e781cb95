package helpdesk.notification.mailbox.mime;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of an HTML page, with lines where the page shows lines, and quoted parts marked as mail programs do. */
final class HtmlText implements NodeVisitor {

    /** More is no letter, and takes its time. */
    static final int LONGEST = 2_000_000;

    private static final Set<String> UNSEEN =
            Set.of("head", "style", "script", "title", "template", "noscript", "object");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "tr",
            "table",
            "ul",
            "ol",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "hr",
            "blockquote",
            "section",
            "article",
            "header",
            "footer",
            "address",
            "dl",
            "dt",
            "dd",
            "center",
            "body");
    private static final Set<String> SPACED = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote");
    private static final int DEEPEST_QUOTE = 20;

    private final StringBuilder text = new StringBuilder();
    private int quotes;
    private int unseen;
    private int asWritten;
    private boolean atStart = true;

    private HtmlText() {}

    static String of(String html) {
        HtmlText visitor = new HtmlText();
        Jsoup.parse(MailText.cut(html, LONGEST)).traverse(visitor);
        return visitor.text.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            write(words);
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (UNSEEN.contains(name)) {
                unseen++;
            }
            if (BLOCKS.contains(name)) {
                begin(SPACED.contains(name));
            }
            if (name.equals("pre")) {
                asWritten++;
            } else if (name.equals("blockquote")) {
                quotes++;
            } else if (name.equals("br")) {
                text.append('\n');
                atStart = true;
            } else if (name.equals("li")) {
                write("- ");
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            String name = element.normalName();
            if (UNSEEN.contains(name)) {
                unseen--;
            }
            if (name.equals("td") || name.equals("th")) {
                write(" ");
            }
            if (BLOCKS.contains(name)) {
                begin(SPACED.contains(name));
            }
            if (name.equals("pre")) {
                asWritten--;
            } else if (name.equals("blockquote")) {
                quotes--;
            }
        }
    }

    /** Begins a line, and where paragraphs are parted leaves one blank before it. */
    private void begin(boolean spaced) {
        if (!atStart) {
            text.append('\n');
            atStart = true;
        }
        int end = text.length();
        if (spaced && end > 0 && !(end > 1 && text.charAt(end - 1) == '\n' && text.charAt(end - 2) == '\n')) {
            text.append('\n');
        }
    }

    private void write(TextNode words) {
        write(asWritten > 0 ? words.getWholeText() : words.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " "));
    }

    private void write(String words) {
        if (unseen > 0 || words.isEmpty() || atStart && words.isBlank()) {
            return;
        }
        if (atStart) {
            text.append("> ".repeat(Math.min(quotes, DEEPEST_QUOTE)));
            atStart = false;
            text.append(words.stripLeading());
        } else {
            text.append(words);
        }
    }
}
