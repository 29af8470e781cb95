package helpdesk.platform.http;

import helpdesk.platform.problem.PlatformProblem;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The {@code If-Match} header (RFC 9110, section 13.1.1): a change is made only to the version the caller has seen. */
public record IfMatch(Set<String> tags) {

    /**
     * Reads the header, which must be there.
     *
     * @throws helpdesk.platform.problem.Problem {@code precondition-required} when it is missing
     */
    public static IfMatch required(String header) {
        if (header == null || header.isBlank()) {
            throw PlatformProblem.PRECONDITION_REQUIRED.at(
                    "header:If-Match", "Read the object and send its ETag back as If-Match.");
        }
        return new IfMatch(Arrays.stream(header.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Lets the change pass when the version is among those the caller has seen.
     *
     * @throws helpdesk.platform.problem.Problem {@code precondition-failed} when it is another one
     */
    public void require(long version) {
        if (!tags.contains("*") && !tags.contains("\"" + version + "\"")) {
            throw PlatformProblem.PRECONDITION_FAILED.problem(
                    "It is now at version %d. Read it again and repeat your change on what you find.", version);
        }
    }

    /**
     * Lets the change pass when the caller has seen any version since the last change of what callers can write. Versions in
     * between differ only in what the product itself learned, so nothing the caller could overwrite is unseen.
     *
     * @param oldest the version that last changed a writable part
     * @param current the present version
     * @throws helpdesk.platform.problem.Problem {@code precondition-failed} when the caller's version is older
     */
    public void requireSince(long oldest, long current) {
        boolean seen = tags.contains("*")
                || LongStream.rangeClosed(oldest, current).anyMatch(version -> tags.contains("\"" + version + "\""));
        if (!seen) {
            require(current);
        }
    }
}
