package helpdesk.feedback.insight;

import java.time.LocalDate;

/**
 * Days or months that are counted already.
 *
 * @param name how they are counted: {@code day} or {@code month}
 * @param begin the first day
 * @param end the day behind the last one
 */
public record InsightSpan(String name, LocalDate begin, LocalDate end) {}
