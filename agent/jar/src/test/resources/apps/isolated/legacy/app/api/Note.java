package app.api;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Shared by both sides. */
public class Note {
  /** The class loaders of the candidates that were called. */
  public static final List<WeakReference<ClassLoader>> LOADERS = new CopyOnWriteArrayList<>();

  public String text = "";
}
