package app;

import java.util.Date;

public class Session {
  public final Object resource;
  public final Date opened = new Date(1);

  public Session(Object resource) {
    this.resource = resource;
  }
}
