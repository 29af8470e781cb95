package helpdesk.platform.mapping;

import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.ProblemType;

/** A mapping cannot do with an event what it says. Nothing of it was done. */
public final class MappingRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private MappingRefusal(String code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    public static MappingRefusal of(ProblemType problem, String detail) {
        return new MappingRefusal(problem.code(), detail);
    }

    /** What it makes of the event is none. */
    public static MappingRefusal invalid(String detail) {
        return of(PlatformProblem.INVALID_REQUEST, detail);
    }

    public String code() {
        return code;
    }
}
