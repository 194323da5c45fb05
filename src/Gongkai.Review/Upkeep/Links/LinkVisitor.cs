using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Gongkai.Content;

namespace Gongkai.Review.Upkeep.Links;

/// <summary>Asks whether something is at an address: for its head, and when that is refused for the page, of which nothing is read.</summary>
/// <remarks>
/// Each connection goes to the very address that was looked up and found public, so that a name that means something else a moment later gains nothing;
/// every redirect is a new request with a look of its own. No proxy, cookies, credentials.
/// </remarks>
internal sealed class LinkVisitor : IDisposable
{
    private const int MostRedirects = 5;
    private const int MostHeaderKilobytes = 64;

    private readonly LinkCheckOptions _options;
    private readonly HostQueue _queue;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _http;

    public LinkVisitor(LinkCheckOptions options, TimeProvider time)
    {
        (_options, _time, _queue) = (options, time, new(options.Pause, time));
#pragma warning disable CA2000 // the invoker disposes it
        _http = new(new SocketsHttpHandler
#pragma warning restore CA2000
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxConnectionsPerServer = 1,
            MaxResponseHeadersLength = MostHeaderKilobytes,
            MaxResponseDrainSize = 0,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ActivityHeadersPropagator = null,
            ConnectCallback = ConnectAsync,
        });
    }

    /// <summary>What is at an address.</summary>
    public async Task<LinkAnswer> AskAsync(string address, CancellationToken cancellationToken)
    {
        var at = new Uri(address);
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (!OutsideAddress.IsWeb(at) || !OutsideAddress.HasOpenPort(at))
                return new(OutsideLinkState.Refused, 0, LinkRules.NotPublic);
            var (answer, next) = await AskAsync(HttpMethod.Head, at, cancellationToken);
            if (next is null && answer.State == OutsideLinkState.Fails && (answer.Status > 0 || answer.Reason == LinkRules.BadAnswer))
                (answer, next) = await AskAsync(HttpMethod.Get, at, cancellationToken);
            if (next is null)
                return answer;
            at = next;
        }

        return new(OutsideLinkState.Fails, 0, LinkRules.ManyRedirects);
    }

    public void Dispose() => _http.Dispose();

    private Task<(LinkAnswer Answer, Uri? Next)> AskAsync(HttpMethod method, Uri at, CancellationToken cancellationToken) => _queue.RunAsync(at.IdnHost, async () =>
    {
        using var over = new CancellationTokenSource(_options.Timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        using var request = new HttpRequestMessage(method, at);
        request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        try
        {
            // Only the head is waited for; disposing ends the connection, however much was to come.
            using var response = await _http.SendAsync(request, both.Token);
            var next = (int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location ? NextOf(at, location) : null;
            return (LinkRules.Of((int)response.StatusCode, PatienceOf(response)), next);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (new(OutsideLinkState.Fails, 0, LinkRules.NoAnswer), null);
        }
        catch (HttpRequestException fault)
        {
            return (AnswerOf(fault), null);
        }
    }, cancellationToken);

    /// <summary>Where a redirect leads; null, so that the answer itself counts, when that cannot be read.</summary>
    private static Uri? NextOf(Uri at, Uri location) => Uri.TryCreate(at, location, out var next) ? next : null;

    private TimeSpan? PatienceOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - _time.GetUtcNow(),
        _ => null,
    };

    private static LinkAnswer AnswerOf(HttpRequestException fault)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is AddressRefusedException)
                return new(OutsideLinkState.Refused, 0, LinkRules.NotPublic);
            if (cause is AuthenticationException)
                return new(OutsideLinkState.Fails, 0, LinkRules.BadCertificate);
            if (cause is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain })
                return new(OutsideLinkState.Fails, 0, LinkRules.NoName);
        }

        return new(OutsideLinkState.Fails, 0, fault.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => LinkRules.NoName,
            HttpRequestError.SecureConnectionError => LinkRules.BadCertificate,
            HttpRequestError.ConnectionError => LinkRules.NoConnection,
            _ => LinkRules.BadAnswer,
        });
    }

    /// <summary>Looks a name up once and connects to what was found, if all of it is public.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await _options.Resolve(context.DnsEndPoint.Host, cancellationToken);
        if (addresses.Length == 0)
            throw new SocketException((int)SocketError.HostNotFound);
        // A name that is half inside is meant to lead inside.
        if (!Array.TrueForAll(addresses, address => _options.IsAllowed(address)))
            throw new AddressRefusedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class AddressRefusedException : IOException;
}
