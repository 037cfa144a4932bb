package app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.cglib.proxy.Enhancer;

/** Calls through proxies of several kinds, each line one logical call. */
public class Main {
  public static void main(String[] args) {
    say("spring cglib", spring(new Pricings.Plain(), true));
    say("spring cglib of a subclass", spring(new Pricings.Special(), true));
    say("spring jdk", spring(new Pricings.Plain(), false));
    say("spring twice", spring(spring(new Pricings.Plain(), true), false));
    say("cglib super", cglib());
    say("jdk", jdk(new Pricings.Plain()));
    say("decorators", new Pricings.Caching(new Pricings.Caching(jdk(new Pricings.Special()))));
    Pricings.Ping ping = new Pricings.Ping();
    Pricings.Ping pong = new Pricings.Ping();
    ping.other = spring(pong, true);
    pong.other = ping;
    say("mutual recursion", ping);
    say("nested points", spring(new Pricings.Taxed(), true));
  }

  private static void say(String how, Pricing pricing) {
    System.out.println(how + ": " + pricing.quote("a"));
  }

  private static Pricing spring(Pricing target, boolean ofClass) {
    ProxyFactory factory = new ProxyFactory(target);
    factory.setProxyTargetClass(ofClass);
    factory.addAdvice(
        new MethodInterceptor() {
          @Override
          public Object invoke(MethodInvocation invocation) throws Throwable {
            return invocation.proceed();
          }
        });
    return (Pricing) factory.getProxy(Main.class.getClassLoader());
  }

  /** A proxy that is a subclass and calls super, as Spring's configuration classes do. */
  private static Pricing cglib() {
    Enhancer enhancer = new Enhancer();
    enhancer.setSuperclass(Pricings.Plain.class);
    enhancer.setCallback(
        (org.springframework.cglib.proxy.MethodInterceptor)
            (self, method, arguments, proxy) -> proxy.invokeSuper(self, arguments));
    return (Pricing) enhancer.create();
  }

  private static Pricing jdk(Pricing target) {
    InvocationHandler handler =
        new InvocationHandler() {
          @Override
          public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return method.invoke(target, arguments);
          }
        };
    return (Pricing)
        Proxy.newProxyInstance(
            Main.class.getClassLoader(), new Class<?>[] {Pricing.class}, handler);
  }
}
