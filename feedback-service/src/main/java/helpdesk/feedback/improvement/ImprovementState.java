package helpdesk.feedback.improvement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Where an improvement stands. */
public enum ImprovementState {
    /** Somebody asked for it. */
    @JsonProperty("open")
    OPEN,
    /** It is to be done. */
    @JsonProperty("planned")
    PLANNED,
    /** Somebody works on it. */
    @JsonProperty("in_progress")
    IN_PROGRESS,
    /** It is better now, for good: whoever asked for it is told. */
    @JsonProperty("done")
    DONE,
    /** It is not to be done, for a reason. */
    @JsonProperty("declined")
    DECLINED,
    /** It goes on in another one. */
    @JsonProperty("merged")
    MERGED;

    /** What may follow by a change; it is merged by a merge only. */
    public List<ImprovementState> next() {
        return switch (this) {
            case OPEN -> List.of(PLANNED, IN_PROGRESS, DONE, DECLINED);
            case PLANNED -> List.of(OPEN, IN_PROGRESS, DONE, DECLINED);
            case IN_PROGRESS -> List.of(PLANNED, DONE, DECLINED);
            case DECLINED -> List.of(OPEN);
            case DONE, MERGED -> List.of();
        };
    }

    /** Whether it can still come: who complains of its cause is heard. */
    boolean isAlive() {
        return this == OPEN || this == PLANNED || this == IN_PROGRESS;
    }
}
