package helpdesk.local.measure;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.local.demo.HelpdeskApi;
import helpdesk.local.process.StartFailure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * What is asked, by name; several addresses of one name are asked in turn, so that no answer is only the memory of the one
 * before. Numbers and words are those of the tickets that are there.
 */
record Questions(Map<String, List<String>> all) {

    private static final int SAMPLE = 100;

    static Questions from(HelpdeskApi api) {
        List<JsonNode> tickets = new ArrayList<>();
        for (String sort : List.of("createdAt", "-createdAt", "number", "-updatedAt")) {
            api.get("/tickets?limit=" + SAMPLE + "&sort=" + sort).path("items").forEach(tickets::add);
        }
        if (tickets.isEmpty()) {
            throw new StartFailure("There are no tickets to ask for: './helpdesk load --tickets 1000000' makes some.");
        }
        Collections.shuffle(tickets, new Random(1));
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put(
                "read a ticket",
                of(tickets, ticket -> "/tickets/" + ticket.path("number").asText()));
        all.put(
                "read its conversation",
                of(tickets, ticket -> "/tickets/" + ticket.path("id").asText() + "/comments"));
        all.put("list, newest change first", List.of("/tickets"));
        all.put("list, a page further down", List.of("/tickets?after=" + cursor(api, "/tickets?limit=100")));
        all.put("list what is open", List.of("/tickets?status=new,open,pending,on_hold", "/tickets?status=open"));
        all.put("list what is closed, oldest first", List.of("/tickets?status=closed&sort=createdAt"));
        all.put("list the most urgent", List.of("/tickets?status=new,open&sort=-priority"));
        all.put("list by group and status", List.of("/tickets?group=support&status=open", "/tickets?group=billing"));
        all.put(
                "list of a rare mixture",
                List.of(
                        "/tickets?status=pending&priority=urgent&type=complaint&channel=social",
                        "/tickets?language=ta&channel=phone&type=incident&status=on_hold"));
        all.put(
                "list of one requester",
                of(
                        tickets,
                        ticket -> "/tickets?email="
                                + encoded(ticket.path("requester").path("email").asText("nobody@example.org"))));
        all.put("list by category and below", List.of("/tickets?category=billing", "/tickets?category=billing/refund"));
        all.put("list by custom field", List.of("/tickets?customFields.plan=gold"));
        all.put(
                "list by tag",
                of(
                        tickets,
                        ticket -> "/tickets?tag="
                                + encoded(ticket.path("tags").path(0).asText("vip"))));
        all.put(
                "search one word",
                of(tickets, ticket -> search(word(ticket.path("subject").asText(), 0))));
        all.put(
                "search two words",
                of(
                        tickets,
                        ticket -> search(word(ticket.path("subject").asText(), 0) + " "
                                + word(ticket.path("description").asText(), 3))));
        all.put(
                "search a phrase",
                of(tickets, ticket -> search("\"" + ticket.path("subject").asText() + "\"")));
        all.put(
                "search a number",
                of(tickets, ticket -> search(ticket.path("number").asText())));
        all.put(
                "search a requester",
                of(
                        tickets,
                        ticket -> search(ticket.path("requester").path("name").asText())));
        all.put("search nothing that is there", List.of(search("zzyzx"), search("qwrtzpf")));
        all.put(
                "search among what is open",
                of(
                        tickets,
                        ticket -> "/tickets?status=open&q="
                                + encoded(word(ticket.path("description").asText(), 2))));
        all.put("counts of all views", List.of("/ticket-views/counts"));
        return new Questions(all);
    }

    private static List<String> of(List<JsonNode> tickets, Function<JsonNode, String> path) {
        return tickets.stream().map(path).distinct().toList();
    }

    private static String cursor(HelpdeskApi api, String path) {
        String next = api.get(path).path("next").asText("");
        for (int page = 0; page < 5 && !next.isEmpty(); page++) {
            String further = api.get(path + "&after=" + next).path("next").asText("");
            next = further.isEmpty() ? next : further;
        }
        return next;
    }

    /** A word of the text that is not too short to be searched for. */
    private static String word(String text, int index) {
        List<String> words = Arrays.stream(text.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> word.length() > 2)
                .toList();
        return words.isEmpty() ? "the" : words.get(Math.min(index, words.size() - 1));
    }

    private static String search(String words) {
        return "/tickets?q=" + encoded(words.substring(0, Math.min(words.length(), 150)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
