import { execa } from "execa";
import { kubectl } from "./kubectl.ts";
import { startInside } from "./namespaces.ts";
import { NODE_ADDRESS } from "./places.ts";
import { lastWords } from "./last-words.ts";
import type { ClusterPrograms } from "./programs.ts";
import { until } from "./until.ts";

const PKI = "/var/lib/pki";
const ETCD = "http://127.0.0.1:2379";
const SERVICES = "10.96.0.0/16";

/** Starts etcd, the API server, and what acts on it, and waits until namespaces get what they are given. */
export async function startControlPlane({ kubernetes }: ClusterPrograms): Promise<void> {
  startInside("etcd", [kubernetes("etcd"), ...etcdArgs()]);
  startInside("kube-apiserver", [kubernetes("kube-apiserver"), ...apiServerArgs()]);
  // Both give up if there is no API server yet.
  await until("API server", isReady, lastWords("kube-apiserver"));
  startInside("kube-controller-manager", [
    kubernetes("kube-controller-manager"),
    ...controllersArgs(),
  ]);
  startInside("kube-scheduler", [kubernetes("kube-scheduler"), ...clientArgs("scheduler")]);
  await until("default ServiceAccount", hasAccount, lastWords("kube-controller-manager"));
}

const isReady = async (): Promise<boolean> => says(["get", "--raw", "/readyz"]);
const hasAccount = async (): Promise<boolean> => says(["get", "serviceaccount", "default"]);

const says = async (args: readonly string[]): Promise<boolean> =>
  kubectl(args).then(
    () => true,
    () => false,
  );

const etcdArgs = (): string[] => [
  "--name=cluster",
  "--data-dir=/var/lib/etcd",
  // What is in it goes with the cluster.
  "--unsafe-no-fsync",
  `--listen-client-urls=${ETCD}`,
  `--advertise-client-urls=${ETCD}`,
  "--listen-peer-urls=http://127.0.0.1:2380",
  "--initial-advertise-peer-urls=http://127.0.0.1:2380",
  "--initial-cluster=cluster=http://127.0.0.1:2380",
  "--log-level=warn",
];

const apiServerArgs = (): string[] => [
  `--etcd-servers=${ETCD}`,
  `--bind-address=${NODE_ADDRESS}`,
  `--advertise-address=${NODE_ADDRESS}`,
  `--service-cluster-ip-range=${SERVICES}`,
  "--authorization-mode=Node,RBAC",
  "--enable-admission-plugins=NodeRestriction",
  `--client-ca-file=${PKI}/ca.crt`,
  ...pair("tls-cert-file", "tls-private-key-file", "apiserver"),
  "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
  `--service-account-key-file=${PKI}/service-accounts.pub`,
  `--service-account-signing-key-file=${PKI}/service-accounts.key`,
  `--requestheader-client-ca-file=${PKI}/front-proxy-ca.crt`,
  "--requestheader-allowed-names=front-proxy",
  "--requestheader-username-headers=X-Remote-User",
  "--requestheader-group-headers=X-Remote-Group",
  "--requestheader-extra-headers-prefix=X-Remote-Extra-",
  ...pair("proxy-client-cert-file", "proxy-client-key-file", "front-proxy"),
  `--kubelet-certificate-authority=${PKI}/ca.crt`,
  ...pair("kubelet-client-certificate", "kubelet-client-key", "kubelet-client"),
  "--kubelet-preferred-address-types=InternalIP",
];

const pair = (certificate: string, key: string, name: string): string[] => [
  `--${certificate}=${PKI}/${name}.crt`,
  `--${key}=${PKI}/${name}.key`,
];

const controllersArgs = (): string[] => [
  ...clientArgs("controller-manager"),
  "--use-service-account-credentials",
  `--root-ca-file=${PKI}/ca.crt`,
  `--service-account-private-key-file=${PKI}/service-accounts.key`,
  ...pair("cluster-signing-cert-file", "cluster-signing-key-file", "ca"),
  "--allocate-node-cidrs",
  "--cluster-cidr=10.244.0.0/16",
  `--service-cluster-ip-range=${SERVICES}`,
];

function clientArgs(name: string): string[] {
  const kubeconfig = `${PKI}/${name}.kubeconfig`;
  return [
    `--kubeconfig=${kubeconfig}`,
    `--authentication-kubeconfig=${kubeconfig}`,
    `--authorization-kubeconfig=${kubeconfig}`,
    "--bind-address=127.0.0.1",
    "--leader-elect=false",
  ];
}

/** Makes the certificates of a cluster in a folder. */
export async function makeCertificates(script: string, folder: string): Promise<void> {
  await execa(script, [folder, NODE_ADDRESS]);
}
