package helpdesk.gateway;

import helpdesk.testing.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void the_house_is_in_order() {
        HouseRules.check("helpdesk.gateway");
    }
}
