package io.understudy.tool.host;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/** Loads the candidates: their class path and the JDK, and nothing of this tool. */
final class CandidateLoader extends URLClassLoader {
  CandidateLoader(List<File> classPath) throws MalformedURLException {
    // The parent of the system loader knows the JDK alone, on every version.
    super(urls(classPath), ClassLoader.getSystemClassLoader().getParent());
  }

  private static URL[] urls(List<File> classPath) throws MalformedURLException {
    URL[] urls = new URL[classPath.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = classPath.get(i).toURI().toURL();
    }
    return urls;
  }
}
