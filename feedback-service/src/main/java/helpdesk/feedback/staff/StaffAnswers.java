package helpdesk.feedback.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.feedback.survey.Answer;
import helpdesk.platform.identity.SharedSecret;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keeps what staff answer apart from who they are. */
@ApplicationScoped
class StaffAnswers {

    /** More than work anywhere that one service serves. */
    private static final int MOST = 20_000;

    private static final String VOTE =
            "insert into staff_voter (campaign_id, voter) values (?, ?) on conflict do nothing";

    private static final String STORE =
            "insert into staff_response (id, campaign_id, survey_id, answers) values (?, ?, ?, cast(? as jsonb))";

    private static final String VOTED = """
            select campaign_id, voter from staff_voter where campaign_id = any(?) and voter = any(?)""";

    private static final String ANSWERS =
            "select cast(answers as text) from staff_response where campaign_id = ? order by id limit ?";

    private static final TypeReference<List<Answer>> LIST = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;
    private final SecretKeySpec key;

    StaffAnswers(Sql sql, ObjectMapper json, SharedSecret secret) {
        this.sql = sql;
        this.json = json;
        this.key = secret.derive("staff-surveys");
    }

    /** Stores the answers; false, and nothing is stored, when the account has answered before. */
    boolean store(UUID campaign, UUID survey, String account, List<Answer> answers) {
        if (sql.execute(VOTE, campaign, voter(campaign, account)) == 0) {
            return false;
        }
        // A random id: one that sorts by time would tell in which order people answered.
        sql.execute(STORE, UUID.randomUUID(), campaign, survey, write(answers));
        return true;
    }

    /** In which of the campaigns the account has answered. */
    Set<UUID> answered(Collection<UUID> campaigns, String account) {
        byte[][] voters =
                campaigns.stream().map(campaign -> voter(campaign, account)).toArray(byte[][]::new);
        return sql.list(VOTED, row -> row.getObject(1, UUID.class), campaigns.toArray(UUID[]::new), voters).stream()
                .collect(Collectors.toSet());
    }

    /** All answers of the campaign, in no order that tells anything. */
    List<List<Answer>> of(UUID campaign) {
        return sql.list(ANSWERS, row -> read(row.getString(1)), campaign, MOST);
    }

    private byte[] voter(UUID campaign, String account) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((campaign + " " + account).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String write(List<Answer> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Answer> read(String answers) {
        try {
            return json.readValue(answers, LIST);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
