package helpdesk.customer.profile;

import com.fasterxml.jackson.annotation.JsonProperty;

/** For what customers are told something that they have not asked for. */
enum Purpose {
    /** Questions about how we did. */
    @JsonProperty("surveys")
    SURVEYS(true),

    /** What they get for something. */
    @JsonProperty("rewards")
    REWARDS(true),

    /** Birthdays, anniversaries and the like. */
    @JsonProperty("greetings")
    GREETINGS(true),

    /** What we would like to sell. */
    @JsonProperty("offers")
    OFFERS(false);

    private final boolean allowedUnlessRefused;

    Purpose(boolean allowedUnlessRefused) {
        this.allowedUnlessRefused = allowedUnlessRefused;
    }

    /** Whether it needs no consent, only that nobody has refused it. */
    boolean isAllowedUnlessRefused() {
        return allowedUnlessRefused;
    }
}
