package app;

import java.util.List;
import java.util.Map;

public class Next {
  public String session(Session session) {
    return session.opened.toString();
  }

  public int handle(Handle handle) {
    return handle.descriptor;
  }

  public int elements(List<Object> elements) {
    return elements.size();
  }

  public int values(Map<String, Object> values) {
    return values.size();
  }

  public Handle result(Plain plain) {
    return Main.HANDLE;
  }
}
