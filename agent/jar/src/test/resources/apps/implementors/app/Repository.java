package app;

public interface Repository<T> {
  T save(T one);
}
