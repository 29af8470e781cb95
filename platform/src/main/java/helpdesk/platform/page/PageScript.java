package helpdesk.platform.page;

/** A script that is in a page. */
public record PageScript(String text, String hash) {

    public PageScript(String text) {
        this(text, PageResponse.hash(text));
    }
}
