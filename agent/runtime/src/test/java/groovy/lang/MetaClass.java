package groovy.lang;

/** Groovy's table of the methods of a class, as far as the tests need it. */
public interface MetaClass {}
