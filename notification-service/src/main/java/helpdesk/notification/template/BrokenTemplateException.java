package helpdesk.notification.template;

/** Words of one's own that cannot be told. The message is a sentence that says what would be right. */
final class BrokenTemplateException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenTemplateException(String sentence) {
        super(sentence, null, false, false);
    }
}
