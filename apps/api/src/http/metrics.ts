import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the api counts of itself; labels are routes, never paths, so that they stay few. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'waymark_http_request_seconds',
    help: 'Duration of requests by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });
  private readonly problems = new Counter({
    name: 'waymark_http_problems_total',
    help: 'Requests that were answered with a problem, by status',
    labelNames: ['status'],
    registers: [this.registry],
  });
  private readonly underWay = new Gauge({
    name: 'waymark_http_requests_under_way',
    help: 'Requests that are being answered',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** Shows how many requests wait for their turn. */
  showWaiting(waiting: () => number): void {
    const gauge: Gauge = new Gauge({
      name: 'waymark_http_requests_waiting',
      help: 'Requests that wait for their turn',
      registers: [this.registry],
      collect: () => gauge.set(waiting()),
    });
  }

  /** Counts every request of a server. */
  watch(instance: FastifyInstance): void {
    instance.addHook('onRequest', (_request, _reply, done) => {
      this.underWay.inc();
      done();
    });
    instance.addHook('onResponse', (request, reply, done) => {
      this.underWay.dec();
      const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
      const labels = { method: request.method, route, status: reply.statusCode };
      this.requests.observe(labels, reply.elapsedTime / 1000);
      if (reply.statusCode >= 400) this.problems.inc({ status: reply.statusCode });
      done();
    });
  }
}
