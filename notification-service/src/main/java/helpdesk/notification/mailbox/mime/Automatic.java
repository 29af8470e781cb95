package helpdesk.notification.mailbox.mime;

import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises what no person wrote: answers of machines (RFC 3834), receipts, newsletters. */
final class Automatic {

    /** Whoever answers these writes into the void, or begins a conversation of machines. */
    private static final Pattern UNANSWERABLE = Pattern.compile(
            "(no-?_?\\.?reply|do-?_?\\.?not-?_?\\.?reply|mailer-?daemon|postmaster|bounces?|notifications?"
                    + "|auto-?(mailer|responder|reply))([+._-].*)?|.*[+._-](no-?reply|bounces?)");

    private static final Pattern SUBJECTS = Pattern.compile(
            "(?iu)(automatic reply|auto[- ]?reply|auto[- ]?response|auto(?=:)|automated response|out of (the )?office( auto-?reply| reply)?|automatische antwort"
                    + "|abwesenheitsnotiz|abwesenheit|abwesend|réponse automatique|absence du bureau|respuesta automática|resposta automática"
                    + "|risposta automatica|automatisch antwoord|автоответ|автоматический ответ|vacation (reply|message|response)|away from (my )?mail)"
                    + "\\s*([:\\-–—(].*)?");

    private Automatic() {}

    /** Why it is taken for an automatic answer; empty when it is not. */
    static Optional<String> reason(MailHeaders headers, PartType type, String subject) {
        String submitted = headers.word("Auto-Submitted").orElse("no");
        boolean answers = headers.has("In-Reply-To") || headers.has("References");
        if (submitted.startsWith("auto-replied") || submitted.startsWith("auto-notified")) {
            return Optional.of("Auto-Submitted says " + MailText.line(submitted, 50));
        }
        if (submitted.startsWith("auto-generated") && answers) {
            return Optional.of("Auto-Submitted says auto-generated, and it answers a mail");
        }
        if ("disposition-notification".equals(type.report())) {
            return Optional.of("It is a receipt");
        }
        if (headers.has("X-Autoreply") || headers.has("X-Autorespond") || headers.has("X-Autoresponder")) {
            return Optional.of("A header says that it is an automatic answer");
        }
        if (headers.word("X-Auto-Response-Suppress")
                .filter(word -> word.matches(".*\\b(all|oof|autoreply)\\b.*"))
                .isPresent()) {
            return Optional.of("X-Auto-Response-Suppress says that a machine wrote it");
        }
        Optional<String> precedence =
                headers.word("Precedence").filter(word -> word.matches("auto_reply|bulk|list|junk"));
        if (precedence.isPresent()) {
            return Optional.of("Precedence says " + precedence.get());
        }
        return SUBJECTS.matcher(subject).matches()
                ? Optional.of("The subject is that of an automatic answer")
                : Optional.empty();
    }

    /** Whether nobody reads what is written to the sender. */
    static boolean isUnanswerable(MailHeaders headers, Optional<MailAddress> sender) {
        return headers.word("Auto-Submitted")
                        .filter(word -> word.startsWith("auto-"))
                        .isPresent()
                || headers.first("Return-Path")
                        .filter(path -> path.strip().equals("<>"))
                        .isPresent()
                || sender.filter(address ->
                                UNANSWERABLE.matcher(address.localPart()).matches())
                        .isPresent();
    }

    static boolean isUnanswerable(MailAddress address) {
        return UNANSWERABLE.matcher(address.localPart()).matches();
    }
}
