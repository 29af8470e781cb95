package helpdesk.notification.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** What a message is for. */
public enum MessageKind {
    @JsonProperty("acknowledgement")
    ACKNOWLEDGEMENT,
    @JsonProperty("reply")
    REPLY,
    @JsonProperty("survey_invitation")
    SURVEY_INVITATION,
    /** To who was invited and has not answered yet. */
    @JsonProperty("survey_reminder")
    SURVEY_REMINDER,
    @JsonProperty("survey_receipt")
    SURVEY_RECEIPT,
    /** To who told us what to do better, when it is done. */
    @JsonProperty("improvement_done")
    IMPROVEMENT_DONE,
    @JsonProperty("callback_confirmation")
    CALLBACK_CONFIRMATION,
    /** A visit has a date and an hour. */
    @JsonProperty("appointment_confirmation")
    APPOINTMENT_CONFIRMATION,
    /** Shortly before a visit. */
    @JsonProperty("appointment_reminder")
    APPOINTMENT_REMINDER,
    /** A visit has another date or hour. */
    @JsonProperty("appointment_moved")
    APPOINTMENT_MOVED,
    @JsonProperty("appointment_cancelled")
    APPOINTMENT_CANCELLED,
    /** Before the time of a callback. */
    @JsonProperty("callback_reminder")
    CALLBACK_REMINDER,
    @JsonProperty("callback_moved")
    CALLBACK_MOVED,
    /** To who did not call it off themselves. */
    @JsonProperty("callback_cancelled")
    CALLBACK_CANCELLED,
    /** To who was not reached or not called. */
    @JsonProperty("callback_missed")
    CALLBACK_MISSED,
    /** What a customer got for something. */
    @JsonProperty("coupon")
    COUPON,
    /** For a day that matters to a customer. */
    @JsonProperty("greeting")
    GREETING,
    /** To a customer who stays away. */
    @JsonProperty("missed")
    MISSED,
    /** What a rule has a customer told. */
    @JsonProperty("notice")
    NOTICE,
    /** What a rule has somebody else told. */
    @JsonProperty("staff_notice")
    STAFF_NOTICE,
    /** Goes to a third party who is asked about a ticket. */
    @JsonProperty("side_conversation")
    SIDE_CONVERSATION;

    /** For what it is, when the customer has not asked for it; empty for what answers their own requests. */
    public Optional<String> purpose() {
        return switch (this) {
            case SURVEY_INVITATION, SURVEY_REMINDER, IMPROVEMENT_DONE -> Optional.of("surveys");
            case COUPON -> Optional.of("rewards");
            case GREETING, MISSED -> Optional.of("greetings");
            case ACKNOWLEDGEMENT,
                    REPLY,
                    SURVEY_RECEIPT,
                    CALLBACK_CONFIRMATION,
                    APPOINTMENT_CONFIRMATION,
                    APPOINTMENT_REMINDER,
                    APPOINTMENT_MOVED,
                    APPOINTMENT_CANCELLED,
                    CALLBACK_REMINDER,
                    CALLBACK_MOVED,
                    CALLBACK_CANCELLED,
                    CALLBACK_MISSED,
                    NOTICE,
                    STAFF_NOTICE,
                    SIDE_CONVERSATION -> Optional.empty();
        };
    }

    /** How soon it goes when many wait: 0 what somebody waits for, 1 notices and receipts, 2 what nobody has asked for. */
    short priority() {
        return switch (this) {
            case SURVEY_RECEIPT, NOTICE, STAFF_NOTICE -> 1;
            default -> (short) (purpose().isPresent() ? 2 : 0);
        };
    }

    /** Whether it goes to whose the ticket is; a coupon goes to whom it is given, whatever the ticket, a greeting needs none. */
    boolean answersRequest() {
        return switch (this) {
            case ACKNOWLEDGEMENT,
                    REPLY,
                    SURVEY_INVITATION,
                    SURVEY_REMINDER,
                    SURVEY_RECEIPT,
                    IMPROVEMENT_DONE,
                    CALLBACK_CONFIRMATION,
                    APPOINTMENT_CONFIRMATION,
                    APPOINTMENT_REMINDER,
                    APPOINTMENT_MOVED,
                    APPOINTMENT_CANCELLED,
                    CALLBACK_REMINDER,
                    CALLBACK_MOVED,
                    CALLBACK_CANCELLED,
                    CALLBACK_MISSED,
                    NOTICE -> true;
            case COUPON, GREETING, MISSED, STAFF_NOTICE, SIDE_CONVERSATION -> false;
        };
    }
}
