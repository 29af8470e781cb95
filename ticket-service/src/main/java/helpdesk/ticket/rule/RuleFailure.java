package helpdesk.ticket.rule;

import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import helpdesk.ticket.TicketProblem;
import jakarta.validation.ConstraintViolationException;
import java.util.UUID;
import java.util.stream.Collectors;

/** A rule could not do what it does with a ticket, and never could: nothing of it was done. */
final class RuleFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID rule;
    private final String code;

    private RuleFailure(UUID rule, String code, String message) {
        super(message, null, false, false);
        this.rule = rule;
        this.code = code;
    }

    static RuleFailure of(UUID rule, Problem problem) {
        String errors = problem.errors().stream()
                .map(error -> " " + error.pointer() + ": " + error.detail())
                .collect(Collectors.joining());
        return new RuleFailure(rule, problem.type().code(), problem.getMessage() + errors);
    }

    static RuleFailure of(UUID rule, ConstraintViolationException violations) {
        String errors = violations.getConstraintViolations().stream()
                .map(violation -> violation.getPropertyPath() + ": " + violation.getMessage())
                .sorted()
                .collect(Collectors.joining(" "));
        return new RuleFailure(rule, PlatformProblem.INVALID_REQUEST.code(), errors);
    }

    /** Rules set each other off. */
    static RuleFailure loop(UUID rule) {
        return of(
                rule,
                TicketProblem.RULE_LOOP.problem(
                        "Rules set each other off %d times. Have one of them ask for what it is about to set.",
                        RuleTask.DEEPEST));
    }

    /** Rules act too often because of one thing. */
    static RuleFailure tooMuch(UUID rule) {
        return of(
                rule,
                TicketProblem.RULE_LOOP.problem(
                        "Rules have acted %d times because of one thing. Have them ask for what they are about to set.",
                        RuleTask.MOST_ACTS));
    }

    /** Something else than a refusal, again and again. */
    static RuleFailure unexpected(UUID rule) {
        return of(rule, PlatformProblem.INTERNAL_ERROR.problem("It failed several times. The log says why."));
    }

    UUID rule() {
        return rule;
    }

    String code() {
        return code;
    }
}
