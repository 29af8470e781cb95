package helpdesk.platform.note;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Notes implements PanacheRepositoryBase<Note, UUID> {

    List<Note> after(UUID id, int limit) {
        return id == null
                ? find("order by id desc").page(0, limit).list()
                : find("id < ?1 order by id desc", id).page(0, limit).list();
    }
}
