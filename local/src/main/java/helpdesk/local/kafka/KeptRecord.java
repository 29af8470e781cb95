package helpdesk.local.kafka;

import java.util.List;
import java.util.Map;

/**
 * A record as a file keeps it.
 *
 * @param timestamp milliseconds since 1970
 * @param key null when it has none
 * @param value null when it has none
 * @param headers each with one entry, in their order; names may repeat
 */
public record KeptRecord(
        String topic, int partition, long timestamp, byte[] key, byte[] value, List<Map<String, byte[]>> headers) {}
