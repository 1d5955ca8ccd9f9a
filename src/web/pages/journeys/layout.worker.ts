import { Graph, layout } from '@dagrejs/dagre';
import type { LaidOut, ToLayOut } from './layout.ts';

// Layered layout takes a second for dense maps: it must not stop the page.
addEventListener('message', (event: MessageEvent<ToLayOut>) => {
  postMessage(layOut(event.data));
});

function layOut({ nodes, edges }: ToLayOut): LaidOut {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'TB',
    acyclicer: 'greedy',
    nodesep: 34,
    ranksep: 52,
    edgesep: 16,
    marginx: 24,
    marginy: 16,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.id, { width: node.width, height: node.height });
  edges.forEach((edge, index) => {
    // A frequent way stays straight and short.
    if (edge.from !== edge.to) graph.setEdge(edge.from, edge.to, { weight: edge.weight }, String(index));
  });
  layout(graph);
  const box = graph.graph();
  return {
    width: box.width ?? 0,
    height: box.height ?? 0,
    nodes: nodes.map((node) => ({ ...node, x: graph.node(node.id).x ?? 0, y: graph.node(node.id).y ?? 0 })),
    edges: edges.map((edge, index) => ({
      ...edge,
      points:
        edge.from === edge.to
          ? []
          : ((graph.edge(edge.from, edge.to, String(index)) as { points?: { x: number; y: number }[] }).points ?? []),
    })),
  };
}
