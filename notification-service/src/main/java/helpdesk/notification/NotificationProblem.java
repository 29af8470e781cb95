package helpdesk.notification;

import helpdesk.platform.problem.ProblemType;

/** What notification-service refuses, beside what every service refuses. */
public enum NotificationProblem implements ProblemType {
    CALLBACK_NOT_FOUND(404, "There is no such callback"),
    CAPACITY_PLAN_NOT_FOUND(404, "This group has no capacity plan"),
    MAIL_NOT_FOUND(404, "There is no such mail"),
    MAIL_ATTACHMENT_NOT_FOUND(404, "The mail has no such file"),
    APPOINTMENT_NOT_FOUND(404, "There is no such appointment"),
    APPOINTMENT_HOLD_NOT_FOUND(404, "Nothing is held by this id any more"),
    AGENT_CALENDAR_NOT_FOUND(404, "This agent has no calendar"),
    CALLBACK_HOLD_NOT_FOUND(404, "There is no such hold"),
    MESSAGE_NOT_FOUND(404, "There is no such message"),
    MESSAGE_ATTACHMENT_NOT_FOUND(404, "The message has no such file"),
    MESSAGE_TEMPLATE_NOT_FOUND(404, "No message tells such a thing"),
    TEMPLATE_VERSION_NOT_FOUND(404, "There are no such words"),
    CUSTOMER_NOT_FOUND(404, "No customer has this id"),
    DEAD_RECIPIENT_NOT_FOUND(404, "Nobody has said that nothing arrives there"),
    NOTICE_NOT_FOUND(404, "Your inbox has no such notice"),
    WEBHOOK_NOT_FOUND(404, "There is no such webhook"),
    WEBHOOK_DELIVERY_NOT_FOUND(404, "The webhook was told of no such thing"),
    MAIL_TAKEN(409, "The mail was taken for what a person wrote"),
    MAIL_NOT_HERE(409, "The mail as it came is not here"),
    MAIL_ERASED(410, "The mail was erased"),
    SLOT_FULL(409, "The time is booked out"),
    AGENT_BUSY(409, "The agent has no time then"),
    APPOINTMENT_OVER(409, "The appointment is over"),
    HOLD_OVER(409, "The place is not held any more"),
    CALLBACK_CLAIMED(409, "Somebody else calls this customer"),
    CALLBACK_NOT_DUE(409, "It is not yet time to call"),
    CALLBACK_BOOKED(409, "A callback is booked already"),
    TRANSITION_NOT_ALLOWED(409, "The callback cannot take this status now"),
    MESSAGE_NOT_FAILED(409, "Only what failed is sent again"),
    RECIPIENT_DEAD(409, "Nothing arrives at this address"),
    NO_TRANSPORT(409, "There is no server to send the message"),
    WEBHOOK_DISABLED(409, "Nothing is sent to the webhook"),
    SECRET_ROTATES(409, "The webhook has two secrets"),
    TOO_MANY_LANGUAGES(409, "There are words in as many languages as there can be"),
    TOO_MANY_WEBHOOKS(409, "There are as many webhooks as there can be"),
    UNKNOWN_CUSTOMER(422, "No customer has this id"),
    UNKNOWN_TICKET(422, "No ticket has this id"),
    NO_SUCH_GROUP(422, "The group takes no callbacks"),
    NO_SUCH_SLOT(422, "There is no such time to be called"),
    WEBHOOK_ADDRESS_REFUSED(422, "Nothing is sent to this address");

    private final int status;
    private final String title;

    NotificationProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
