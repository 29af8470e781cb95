package helpdesk.customer.milestone;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a rule finds the day. */
enum MilestoneSource {
    @JsonProperty("birthday")
    BIRTHDAY(MilestoneKind.BIRTHDAY),
    /** The day on which the profile was made, each year from the first on. */
    @JsonProperty("anniversary")
    ANNIVERSARY(MilestoneKind.ANNIVERSARY),
    /** A custom field of the profile that holds a date. */
    @JsonProperty("customField")
    CUSTOM_FIELD(MilestoneKind.DAY),
    /** The day on which something of a kind happened last, as the timeline says: a purchase, a complaint that was settled. */
    @JsonProperty("event")
    EVENT(MilestoneKind.DAY);

    private final MilestoneKind kind;

    MilestoneSource(MilestoneKind kind) {
        this.kind = kind;
    }

    MilestoneKind kind() {
        return kind;
    }

    /** Whether the day comes again each year. */
    boolean isYearly() {
        return this != EVENT;
    }
}
