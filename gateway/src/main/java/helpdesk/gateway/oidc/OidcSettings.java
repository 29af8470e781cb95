package helpdesk.gateway.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whose tokens are exchanged for ours. */
@ConfigMapping(prefix = "helpdesk.oidc")
public interface OidcSettings {

    List<Issuer> issuers();

    /** How long an issuer may take to answer, in all. */
    @WithDefault("PT3S")
    Duration timeout();

    /** How long its keys are used before they are fetched again. */
    @WithDefault("PT1H")
    Duration refresh();

    /** How long they are used at most while it does not answer. */
    @WithDefault("P1D")
    Duration longest();

    /** How much time passes at least between two attempts, whoever asks. */
    @WithDefault("PT10S")
    Duration pause();

    /** One of them. */
    interface Issuer {

        /** Exactly as its tokens say it; without one the rest means nothing. */
        Optional<String> issuer();

        /** What tokens for us have as their audience: the client id there. */
        Optional<String> audience();

        /** Where its keys are; without one its discovery document says it. */
        Optional<String> jwksUrl();

        /** How its tokens may be signed: RS, PS or ES with 256, 384 or 512. */
        @WithDefault("RS256")
        List<String> algorithms();

        /** The claim that says what somebody is there: a name, or names separated by slashes. */
        @WithDefault("groups")
        String rolesClaim();

        /** What is which role here, as {@code there=here}; what is not named is nothing. */
        Optional<List<String>> roles();
    }
}
