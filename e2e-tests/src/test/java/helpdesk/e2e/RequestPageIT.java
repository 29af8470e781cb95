package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Customers ask on the public page and chat with us there, in a real browser, by keyboard alone. */
class RequestPageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningStack stack = RunningStack.shared();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void lookForTheBrowser() {
        assumeTrue(
                Browser.isInstalled(),
                "install the packages chromium and chromium-driver to test the pages in a browser");
    }

    @Test
    void a_customer_chats_with_an_agent_without_loading_the_page_again() {
        Api.Agent agent = Api.admin(stack).hire("Mei Tanaka");
        try (Browser browser = Browser.open(false)) {
            browser.look("http://localhost:" + stack.port() + "/api/v1/requests?language=en");
            assertThat(browser.obstacles()).isEmpty();
            assertThat(browser.isTooWide()).isFalse();
            browser.picture("request-form");
            browser.tabTo("#name");
            browser.press("Amara Okafor");
            browser.tabTo("#email");
            browser.press("amara-" + mark + "@example.org");
            browser.tabTo("#subject");
            browser.press("Parcel " + mark);
            browser.tabTo("#description");
            browser.press("Where is it?");
            browser.tabTo("button[name='chat']");
            browser.press(Keys.ENTER);
            Awaitility.await().atMost(PATIENCE).until(() -> browser.text().contains("We have got your request."));
            String address = browser.address();

            JsonPath found = agent.api()
                    .await(
                            "the chat is there",
                            "/api/v1/tickets?q=" + mark,
                            all -> all.getList("items").size() == 1);
            assertThat(found.getString("items[0].channel")).isEqualTo("chat");
            String ticket = "/api/v1/tickets/" + found.getString("items[0].id");
            json(200, agent.api().patch(ticket, Map.of("assigneeId", agent.id())));
            json(
                    201,
                    agent.api()
                            .post(
                                    ticket + "/comments",
                                    Map.of("body", "Hello Amara, it comes today.", "visibility", "public")));
            Awaitility.await("what the agent wrote is there by itself")
                    .atMost(PATIENCE)
                    .until(() -> browser.text().contains("Hello Amara, it comes today."));
            assertThat(browser.text()).contains("Mei Tanaka");

            browser.tabTo("#body");
            browser.press("Thank you, Mei!");
            browser.tabTo("button[name='send']");
            browser.press(Keys.ENTER);
            Awaitility.await("what the customer wrote is there by itself")
                    .atMost(PATIENCE)
                    .until(() -> browser.text().contains("Thank you, Mei!"));
            assertThat(json(200, agent.api().get(ticket + "/comments")).getList("items.body"))
                    .containsExactly("Hello Amara, it comes today.", "Thank you, Mei!");
            assertThat(browser.address()).isEqualTo(address);
            assertThat(browser.obstacles()).isEmpty();
            assertThat(browser.isTooWide()).isFalse();
            browser.picture("chat");

            browser.tabTo("button[name='solved']");
            browser.press(Keys.ENTER);
            Awaitility.await("it is solved").atMost(PATIENCE).until(() -> browser.text()
                    .contains("We think that it is solved."));
        }
    }

    @ParameterizedTest
    @CsvSource({"bn,ltr,true", "ar,rtl,false"})
    void everybody_can_use_the_form(String language, String direction, boolean dark) {
        try (Browser browser = Browser.open(dark)) {
            browser.look("http://localhost:" + stack.port() + "/api/v1/requests?language=" + language);
            assertThat(browser.attribute("html", "dir")).isEqualTo(direction);
            assertThat(browser.obstacles()).isEmpty();
            assertThat(browser.isTooWide()).isFalse();
            browser.picture("request-form-" + language);
        }
    }
}
