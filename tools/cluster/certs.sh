#!/bin/sh
# certs.sh FOLDER ADDRESS: a throw-away authority for one cluster, a certificate for each who speaks in it, and a
# kubeconfig for each who speaks to the API server at ADDRESS.
set -eu
umask 077
mkdir -p "$1"
cd "$1"
address=$2

authority() { # name
  openssl req -x509 -new -nodes -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -days 30 -subj "/CN=$1" \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign \
    -keyout "$1.key" -out "$1.crt" 2>/dev/null
}
certificate() { # name subject authority [alternative names]
  {
    echo basicConstraints=CA:FALSE
    echo keyUsage=digitalSignature,keyEncipherment
    echo extendedKeyUsage=serverAuth,clientAuth
    [ -z "${4:-}" ] || echo "subjectAltName=$4"
  } > "$1.ext"
  openssl req -new -nodes -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -subj "$2" -keyout "$1.key" -out "$1.csr" 2>/dev/null
  openssl x509 -req -in "$1.csr" -CA "$3.crt" -CAkey "$3.key" -CAcreateserial -days 30 -sha256 -extfile "$1.ext" \
    -out "$1.crt" 2>/dev/null
  rm "$1.csr" "$1.ext"
}
kubeconfig() { # name
  cat > "$1.kubeconfig" << END
apiVersion: v1
kind: Config
current-context: cluster
clusters: [{ name: cluster, cluster: { server: "https://$address:6443", certificate-authority-data: $(base64 -w0 ca.crt) } }]
users: [{ name: user, user: { client-certificate-data: $(base64 -w0 "$1.crt"), client-key-data: $(base64 -w0 "$1.key") } }]
contexts: [{ name: cluster, context: { cluster: cluster, user: user } }]
END
}

authority ca
authority front-proxy-ca
certificate apiserver /CN=kube-apiserver ca \
  "DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc,DNS:kubernetes.default.svc.cluster.local,IP:$address,IP:10.96.0.1"
certificate admin /O=system:masters/CN=admin ca
certificate controller-manager /CN=system:kube-controller-manager ca
certificate scheduler /CN=system:kube-scheduler ca
certificate proxy /CN=system:kube-proxy ca
certificate coredns /CN=system:coredns ca
certificate kubelet /O=system:nodes/CN=system:node:node1 ca "DNS:node1,IP:$address"
certificate kubelet-client /O=system:masters/CN=apiserver-kubelet ca
certificate front-proxy /CN=front-proxy front-proxy-ca
openssl genrsa -out service-accounts.key 2048 2>/dev/null
openssl rsa -in service-accounts.key -pubout -out service-accounts.pub 2>/dev/null
for who in admin controller-manager scheduler proxy coredns kubelet; do kubeconfig "$who"; done
