package helpdesk.local.load;

import java.util.ArrayList;
import java.util.List;

/**
 * By what a made-up ticket is sorted into lists.
 *
 * @param type as the database names it
 * @param channel as the database names it
 * @param priority as the database names it
 * @param origin as the database names it
 * @param group who is responsible
 * @param tier 1 to 3
 * @param tags none to three
 * @param category a path, null for some
 * @param cause a path, null for most
 * @param plan what the customer pays for, null for most
 * @param region where the customer lives, null for most
 */
record Sorting(
        String type,
        String channel,
        String priority,
        String origin,
        String group,
        int tier,
        List<String> tags,
        String category,
        String cause,
        String plan,
        String region) {

    private static final List<String> TYPES = List.of("QUESTION", "REQUEST", "INCIDENT", "COMPLAINT");
    private static final List<String> CHANNELS = List.of("EMAIL", "WEB", "PHONE", "CHAT", "API", "SOCIAL", "IN_PERSON");
    private static final List<String> GROUPS =
            List.of("support", "billing", "delivery", "technical", "complaints", "sales");
    private static final List<String> CATEGORIES = List.of(
            "billing",
            "billing/refund",
            "delivery",
            "delivery/late",
            "technical",
            "technical/login",
            "billing/invoice",
            "technical/update",
            "delivery/damaged",
            "account",
            "account/address",
            "delivery/lost",
            "technical/repair",
            "account/closing",
            "sales",
            "sales/quote");
    private static final List<String> CAUSES = List.of(
            "carrier", "carrier/late", "product", "product/defect", "website", "website/outage", "people/wrong-answer");
    private static final List<String> TAGS = List.of(
            "delivery",
            "refund",
            "urgent-call",
            "login",
            "warranty",
            "newsletter",
            "printer",
            "lamp",
            "invoice",
            "address",
            "coupon",
            "returns",
            "spring-sale",
            "vip",
            "repair",
            "escalated",
            "app",
            "website",
            "outage",
            "feedback",
            "school",
            "hotel",
            "partner",
            "renewal");
    private static final List<String> PLANS = List.of("basic", "silver", "gold", "platinum");
    private static final List<String> REGIONS = List.of("north", "south", "east", "west");

    static Sorting draw(Draw draw) {
        String type = draw.earlyOf(TYPES);
        String channel = draw.earlyOf(CHANNELS);
        return new Sorting(
                type,
                channel,
                priority(draw.below(100)),
                origin(channel, draw),
                draw.earlyOf(GROUPS),
                tier(draw.below(100)),
                tags(draw),
                draw.chance(80) ? draw.earlyOf(CATEGORIES) : null,
                type.equals("COMPLAINT") ? draw.earlyOf(CAUSES) : null,
                draw.chance(40) ? draw.earlyOf(PLANS) : null,
                draw.chance(20) ? draw.of(REGIONS) : null);
    }

    /** As PostgreSQL writes a list of texts. */
    String tagArray() {
        return "{" + String.join(",", tags) + "}";
    }

    /** The fields of its own that a ticket has, as JSON. */
    String customFields() {
        List<String> fields = new ArrayList<>();
        if (plan != null) {
            fields.add("\"plan\": " + Json.text(plan));
        }
        if (region != null) {
            fields.add("\"region\": " + Json.text(region));
        }
        return "{" + String.join(", ", fields) + "}";
    }

    private static String priority(int percent) {
        if (percent < 65) {
            return "NORMAL";
        }
        return percent < 80 ? "LOW" : percent < 95 ? "HIGH" : "URGENT";
    }

    private static String origin(String channel, Draw draw) {
        return switch (channel) {
            case "WEB" -> "PUBLIC";
            case "API" -> "INTEGRATION";
            default -> draw.chance(70) ? "INTEGRATION" : "AGENT";
        };
    }

    private static int tier(int percent) {
        if (percent < 85) {
            return 1;
        }
        return percent < 96 ? 2 : 3;
    }

    private static List<String> tags(Draw draw) {
        List<String> tags = new ArrayList<>();
        for (int count = draw.below(4); count > 0; count--) {
            String tag = draw.earlyOf(TAGS);
            if (!tags.contains(tag)) {
                tags.add(tag);
            }
        }
        return tags;
    }
}
