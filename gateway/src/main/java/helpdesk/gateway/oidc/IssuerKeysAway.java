package helpdesk.gateway.oidc;

import org.jose4j.lang.UnresolvableKeyException;

/** The keys of an issuer were never fetched, so that nothing can be said about any token of it. */
class IssuerKeysAway extends UnresolvableKeyException {

    IssuerKeysAway() {
        super("The keys of the issuer have not been fetched yet");
    }
}
