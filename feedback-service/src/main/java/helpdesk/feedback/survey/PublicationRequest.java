package helpdesk.feedback.survey;

/**
 * How to publish a survey.
 *
 * @param replacesDefault whether it is from now on the one that goes out when a ticket is resolved; false when left out
 */
public record PublicationRequest(Boolean replacesDefault) {

    public PublicationRequest {
        replacesDefault = replacesDefault != null && replacesDefault;
    }

    /** What a missing body means. */
    static PublicationRequest plain() {
        return new PublicationRequest(false);
    }
}
