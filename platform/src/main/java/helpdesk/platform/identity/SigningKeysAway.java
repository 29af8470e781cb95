package helpdesk.platform.identity;

import org.jose4j.lang.UnresolvableKeyException;

/** No key was fetched yet, so that nothing can be said about any token: not the fault of the one who sent it. */
public class SigningKeysAway extends UnresolvableKeyException {

    SigningKeysAway() {
        super("The keys that tokens are signed with have not been fetched yet");
    }
}
