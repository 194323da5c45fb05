using System.Collections.Frozen;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>The accounts in their table, and in memory whose office somebody is of.</summary>
internal sealed class StoredAccounts(IDbContextFactory<StorageContext> contexts, StorageWriter writer, ChangeFeed feed, AccountJson json)
    : FollowedSnapshot(feed, ChangeSubject.Settings), IAccounts
{
    private FrozenDictionary<string, IReadOnlyList<string>> _issuers = FrozenDictionary<string, IReadOnlyList<string>>.Empty;

    public IReadOnlyList<string> IssuersOf(string name) => _issuers.GetValueOrDefault(name, []);

    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await context.Accounts.AsNoTracking().OrderBy(row => row.NormalizedName).ToListAsync(cancellationToken)).Select(json.Read)];
    }

    public async Task<bool> AnyAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Accounts.AnyAsync(cancellationToken);
    }

    public Task<Account?> FindAsync(string id, CancellationToken cancellationToken) => FindAsync(rows => rows.Where(row => row.Id == id), cancellationToken);

    public Task<Account?> FindByNameAsync(string normalizedName, CancellationToken cancellationToken) =>
        FindAsync(rows => rows.Where(row => row.NormalizedName == normalizedName), cancellationToken);

    public Task<Account?> FindByExternalIdAsync(string externalId, CancellationToken cancellationToken) =>
        FindAsync(rows => rows.Where(row => row.ExternalId == externalId), cancellationToken);

    /// <summary>Adds an account; false when the name or the person outside has one.</summary>
    public async Task<bool> AddAsync(Account account, CancellationToken cancellationToken)
    {
        account.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        return await WriteAsync(async context =>
        {
            if (await context.Accounts.AnyAsync(row => row.NormalizedName == account.NormalizedName || (account.ExternalId != null && row.ExternalId == account.ExternalId), cancellationToken))
                return false;
            context.Add(new AccountRow
            {
                Id = account.Id,
                NormalizedName = account.NormalizedName,
                ExternalId = account.ExternalId,
                ConcurrencyStamp = account.ConcurrencyStamp,
                Json = json.Write(account),
            });
            return true;
        }, account, isNew: true, cancellationToken);
    }

    /// <summary>Stores a changed account; false when somebody else has stored it since it was read.</summary>
    public async Task<bool> UpdateAsync(Account account, CancellationToken cancellationToken)
    {
        var read = account.ConcurrencyStamp;
        account.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        var stored = await WriteAsync(async context =>
        {
            if (await context.Accounts.FindAsync([account.Id], cancellationToken) is not { } row || row.ConcurrencyStamp != read
                || await context.Accounts.AnyAsync(
                    other => other.Id != account.Id && (other.NormalizedName == account.NormalizedName || (account.ExternalId != null && other.ExternalId == account.ExternalId)), cancellationToken))
                return false;
            (row.NormalizedName, row.ExternalId, row.ConcurrencyStamp) = (account.NormalizedName, account.ExternalId, account.ConcurrencyStamp);
            row.Json = json.Write(account, row.Json);
            context.Update(row);
            return true;
        }, account, isNew: false, cancellationToken);
        if (!stored)
            account.ConcurrencyStamp = read;
        return stored;
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken) =>
        _issuers = (await ListAsync(cancellationToken)).Where(account => account.Issuers.Count > 0)
            .ToFrozenDictionary(account => account.Name, account => account.Issuers, StringComparer.OrdinalIgnoreCase);

    private async Task<Account?> FindAsync(Func<IQueryable<AccountRow>, IQueryable<AccountRow>> which, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await which(context.Accounts.AsNoTracking()).FirstOrDefaultAsync(cancellationToken) is { } row ? json.Read(row) : null;
    }

    /// <summary>The other processes learn of an office; of a failed attempt to sign in they need not.</summary>
    private async Task<bool> WriteAsync(Func<StorageContext, Task<bool>> write, Account account, bool isNew, CancellationToken cancellationToken)
    {
        var concernsOffices = isNew ? account.Issuers.Count > 0 : !account.Issuers.SequenceEqual(IssuersOf(account.Name), StringComparer.Ordinal);
        long sequence;
        await using (var transaction = await writer.BeginAsync(cancellationToken))
        {
            if (!await write(transaction.Context))
                return false;
            if (concernsOffices)
                transaction.Announce(ChangeSubject.Settings, SettingsNames.Accounts);
            sequence = await transaction.CommitAsync();
        }

        if (concernsOffices)
            await CatchUpAsync(sequence, CancellationToken.None);
        return true;
    }
}
