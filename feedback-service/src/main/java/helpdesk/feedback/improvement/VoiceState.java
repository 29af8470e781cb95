package helpdesk.feedback.improvement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether somebody who asked for an improvement knows that it is done. */
public enum VoiceState {
    /** Not yet. */
    @JsonProperty("waiting")
    WAITING,
    /** They are told, unless they do not want to be. */
    @JsonProperty("told")
    TOLD,
    /** The same person asked twice, and is told by the other. */
    @JsonProperty("covered")
    COVERED,
    /** Nobody knows who it was, or where they are. */
    @JsonProperty("unreachable")
    UNREACHABLE,
    /** They wanted to be forgotten. */
    @JsonProperty("erased")
    ERASED
}
