package helpdesk.feedback.response;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Confirms to somebody who found a card that the answer was received.
 *
 * @param link where the answer can be changed
 */
public record CardReceipt(@JsonUnwrapped Receipt receipt, String link) {}
