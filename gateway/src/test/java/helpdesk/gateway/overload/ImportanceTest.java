package helpdesk.gateway.overload;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.gateway.limit.Caller;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportanceTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /p/token, , PAGE",
        "POST, /p/token, , PAGE",
        "POST, /api/v1/tickets, ACCOUNT, STAFF_WRITE",
        "PATCH, /api/v1/tickets/1, ACCOUNT, STAFF_WRITE",
        "GET, /api/v1/tickets/1, ACCOUNT, STAFF_READ",
        "GET, /api/v1/tickets, ACCOUNT, STAFF_LIST",
        "POST, /api/v1/tickets, API_KEY, PROGRAM_WRITE",
        "HEAD, /api/v1/tickets/1/comments, API_KEY, PROGRAM_READ",
        "GET, /api/v1/customers, API_KEY, PROGRAM_LIST",
        "POST, /api/v1/requests, , ANYBODY_WRITE",
        "GET, /api/v1/requests/token, , ANYBODY_READ",
        "GET, /api/v1/service-standards, , ANYBODY_LIST",
        "GET, /c/token, , ANYBODY_READ"
    })
    void who_asks_and_what_for_tell_how_important_it_is(
            String method, String path, Caller.Kind kind, Importance importance) {
        Optional<Caller> caller = Optional.ofNullable(kind).map(known -> new Caller(known, "somebody"));
        assertThat(Importance.of(HttpMethod.valueOf(method), path, caller)).isEqualTo(importance);
    }
}
